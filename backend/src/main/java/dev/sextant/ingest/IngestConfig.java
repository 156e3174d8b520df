// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// Settings of everything that brings samples in.
@ConfigMapping(prefix = "sextant.ingest")
public interface IngestConfig {
    /// Largest body that is read, as it was sent.
    @WithDefault("16M")
    MemorySize maxBody();

    /// Largest body after decompression; announced sizes are checked before anything is unpacked.
    @WithDefault("64M")
    MemorySize maxDecodedBody();

    /// Bytes of bodies in work at one time; senders beyond that are told to come back. One tenant gets half of it.
    @WithDefault("128M")
    MemorySize inFlight();

    /// Threads that decode and store bodies.
    @WithDefault("4")
    int workers();

    /// Samples older than this are refused; as long as the store keeps them, unless set.
    @WithDefault("${sextant.store.retention:15d}")
    Duration oldest();

    Host host();

    Self self();

    /// The series of the machine this runs on.
    interface Host {
        /// Whether the machine is measured at all.
        @WithDefault("true")
        boolean enabled();

        /// Interval of the host's and the platform's own samples, on the epoch grid.
        @WithDefault("10s")
        Duration every();

        /// The tenant that gets the host's and the platform's own series.
        @WithDefault("main")
        String tenant();

        /// How many of the busiest processes get series of their own.
        @WithDefault("5")
        int processes();
    }

    /// The platform's own meters as series.
    interface Self {
        /// Whether the platform's own meters are kept as series.
        @WithDefault("true")
        boolean enabled();
    }
}
