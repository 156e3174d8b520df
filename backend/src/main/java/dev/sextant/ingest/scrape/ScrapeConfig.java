// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.scrape;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Set;

/// Settings of scraping.
@ConfigMapping(prefix = "sextant.ingest.scrape")
public interface ScrapeConfig {
    /// Whether targets are scraped by this process at all.
    @WithDefault("true")
    boolean enabled();

    /// Tenants whose targets may have loopback and private addresses. By default only the one that gets the host's own
    /// series; `*` means all, which is right only where tenants trust each other.
    @WithDefault("${sextant.ingest.host.tenant:main}")
    Set<String> privateAddressesFor();

    /// Largest page, as it was sent and after decompression.
    @WithDefault("16M")
    MemorySize maxBody();

    /// Bytes of pages in work at one time; scrapes beyond that fail. One tenant gets half of it.
    @WithDefault("128M")
    MemorySize inFlight();

    /// How many targets a tenant may have.
    @WithDefault("1000")
    int maxTargets();
}
