// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.source;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Set;

/// Settings of what tenants read elsewhere.
@ConfigMapping(prefix = "sextant.sources")
public interface SourceConfig {
    /// Tenants whose sources may have loopback and private addresses. By default only the one that gets the host's own
    /// series; `*` means all, which is right only where tenants trust each other.
    @WithDefault("${sextant.ingest.host.tenant:main}")
    Set<String> privateAddressesFor();

    /// Largest answer of one request; what has more points is asked for in shorter pieces.
    @WithDefault("32M")
    MemorySize maxBody();

    /// How many sources a tenant may have.
    @WithDefault("50")
    int maxSources();

    /// How many requests one source is sent at one time; others wait their turn, at most for the source's timeout.
    @WithDefault("4")
    int parallel();

    /// How many requests to its sources a tenant may wait for at one time; more are refused.
    @WithDefault("16")
    int parallelPerTenant();
}
