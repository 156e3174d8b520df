// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

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

    /// What every tenant may send.
    Limits limits();

    /// What single tenants may send, by the tenant and the name of the limit (those of `sextant.ingest.limits`, and `oldest`):
    /// `sextant.ingest.tenants.acme.active-series`; what is left out is as for all.
    Map<String, OwnLimits> tenants();

    Host host();

    Self self();

    Discovery discovery();

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

    /// What a tenant may send.
    interface Limits {
        /// Series that got samples in this hour or the one before.
        @WithDefault("200000")
        long activeSeries();

        /// Labels of one series, the metric's name not counted.
        @WithDefault("40")
        int labelsPerSeries();

        /// Characters of a label's name or value.
        @WithDefault("1024")
        int labelLength();

        /// How far ahead of the clock a sample may be stamped.
        @WithDefault("10m")
        Duration futureSkew();

        /// Samples per second, over a minute; senders beyond that are told when to come back. 0 is no limit.
        @WithDefault("1000000")
        long samplesPerSecond();
    }

    /// The same for one tenant; what is left out is as for all.
    interface OwnLimits {
        /// Series that got samples in this hour or the one before.
        OptionalLong activeSeries();

        /// Labels of one series, the metric's name not counted.
        OptionalInt labelsPerSeries();

        /// Characters of a label's name or value.
        OptionalInt labelLength();

        /// How far ahead of the clock a sample may be stamped.
        Optional<Duration> futureSkew();

        /// Samples older than this are refused.
        Optional<Duration> oldest();

        /// Samples per second, over a minute; 0 is no limit.
        OptionalLong samplesPerSecond();
    }

    /// Entities from the labels of what comes in.
    interface Discovery {
        /// Whether entities are looked for in labels at all.
        @WithDefault("true")
        boolean enabled();

        /// How often they are looked for.
        @WithDefault("1m")
        Duration every();
    }
}
