// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/// The settings of ingest with their defaults, or other values, without a running application.
public final class TestIngestConfig {
    private TestIngestConfig() {}

    public static IngestConfig of(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withSources(new PropertiesConfigSource(settings, "test", 500))
                .withMapping(IngestConfig.class)
                .build()
                .getConfigMapping(IngestConfig.class);
    }
}
