// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.tenant.TenantId;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.spi.Converter;
import org.junit.jupiter.api.Test;

class ConfiguredQueryLimitsTest {
    private static final TenantId ACME = new TenantId("acme");
    private static final TenantId GLOBEX = new TenantId("globex");

    @Test
    void aTenantMayHaveLimitsOfItsOwn() {
        var limits =
                limits(
                        Map.of(
                                "sextant.query.series", "1000",
                                "sextant.query.tenants.acme.points", "7",
                                "sextant.query.tenants.acme.time", "2s"));

        assertThat(limits.find(GLOBEX))
                .isEqualTo(new QueryLimits(50_000_000, 1_000, bytes(256), Duration.ofSeconds(30)));
        assertThat(limits.find(ACME))
                .isEqualTo(new QueryLimits(7, 1_000, bytes(256), Duration.ofSeconds(2)));
    }

    @Test
    void noQueryMayFillTheHeap() {
        var limits = limits(Map.of("sextant.query.memory", "1000G"));

        assertThat(limits.find(ACME).bytes()).isEqualTo(Runtime.getRuntime().maxMemory() / 4);
    }

    private static long bytes(long megabytes) {
        return Math.min(megabytes << 20, Runtime.getRuntime().maxMemory() / 4);
    }

    private static ConfiguredQueryLimits limits(Map<String, String> settings) {
        var builder =
                new SmallRyeConfigBuilder()
                        .withConverters(
                                new Converter<?>[] {
                                    new DurationConverter(), new MemorySizeConverter()
                                })
                        .withMapping(QueryConfig.class);
        settings.forEach(builder::withDefaultValue);
        return new ConfiguredQueryLimits(builder.build().getConfigMapping(QueryConfig.class));
    }
}
