// SPDX-License-Identifier: Apache-2.0
package dev.sextant.catalog;

import dev.sextant.catalog.MetricDescriptions.Description;
import dev.sextant.telemetry.MetricMetadata;
import dev.sextant.telemetry.MetricMetadata.Type;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is known of one metric in memory, and how far that differs from what is stored.
final class KnownMetric {
    /// Freshness changes with every batch: storing it this often is enough to show something sensible after a restart.
    private static final long STORED_FRESHNESS_MILLIS = Duration.ofMinutes(10).toMillis();

    private static final int MAX_UNIT = 64;
    private static final int MAX_DESCRIPTION = 2_000;

    private volatile MetricMetadata metadata;
    private volatile long lastSeen;
    private @Nullable MetricMetadata storedMetadata;
    private long storedLastSeen;

    KnownMetric(String name) {
        this.metadata = new MetricMetadata(name, Type.UNKNOWN, "", "");
    }

    void seen(long epochMillis) {
        if (epochMillis > lastSeen) {
            lastSeen = epochMillis;
        }
    }

    /// Returns whether it is known better than before.
    synchronized boolean describe(MetricMetadata news) {
        var known = metadata;
        var better =
                new MetricMetadata(
                        known.metric(),
                        news.type() == Type.UNKNOWN ? known.type() : news.type(),
                        news.unit().isEmpty() ? known.unit() : clip(news.unit(), MAX_UNIT),
                        news.description().isEmpty()
                                ? known.description()
                                : clip(news.description(), MAX_DESCRIPTION));
        if (better.equals(known)) {
            return false;
        }
        metadata = better;
        return true;
    }

    /// Takes over what was stored; what this process already heard is newer and stays.
    synchronized void remember(Description stored) {
        var heard = metadata;
        metadata = stored.metadata();
        describe(heard);
        var seen = stored.lastSeen();
        if (seen != null) {
            seen(seen.toEpochMilli());
        }
        markStored(stored);
    }

    synchronized void markStored(Description stored) {
        storedMetadata = stored.metadata();
        storedLastSeen = millis(stored.lastSeen());
    }

    /// What should be stored now, or null when what is stored is good enough.
    synchronized @Nullable Description toStore() {
        boolean isStored = metadata.equals(storedMetadata);
        boolean isFresh = lastSeen - storedLastSeen < STORED_FRESHNESS_MILLIS;
        return isStored && isFresh ? null : new Description(metadata, lastSeen());
    }

    MetricMetadata metadata() {
        return metadata;
    }

    @Nullable Instant lastSeen() {
        return lastSeen == 0 ? null : Instant.ofEpochMilli(lastSeen);
    }

    private static long millis(@Nullable Instant time) {
        return time == null ? 0 : time.toEpochMilli();
    }

    private static String clip(String text, int max) {
        return text.length() <= max ? text : text.substring(0, max);
    }
}
