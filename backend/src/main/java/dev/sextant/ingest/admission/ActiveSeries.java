// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.admission;

import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.SeriesKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// The series of one tenant that got samples lately: in this hour or the one before. Older ones are forgotten, so that names
/// that come and go do not use up the tenant's limit for ever.
final class ActiveSeries {
    private static final long WINDOW_MILLIS = Duration.ofHours(1).toMillis();

    private final AtomicLong count = new AtomicLong();
    private volatile Set<SeriesKey> current = ConcurrentHashMap.newKeySet();
    private volatile Set<SeriesKey> previous = Set.of();
    private volatile long window;

    /// Moves the window on; call it before the batch's series are asked for.
    void advance(long nowMillis) {
        long now = nowMillis / WINDOW_MILLIS;
        if (now > window) {
            turn(now);
        }
    }

    /// Whether the series got samples in this window already, so that all about it has been checked.
    boolean isCurrent(SeriesKey key) {
        return current.contains(key);
    }

    /// Counts the series in; false when that would be more than the limit.
    boolean enter(SeriesKey key, long limit) {
        if (!previous.contains(key) && count.get() >= limit) {
            return false;
        }
        if (current.add(key) && !previous.contains(key)) {
            count.incrementAndGet();
        }
        return true;
    }

    /// The labels of all of them; some may stand there twice.
    Collection<Labels> labels() {
        var labels = new ArrayList<Labels>();
        previous.forEach(key -> labels.add(key.labels()));
        current.forEach(key -> labels.add(key.labels()));
        return labels;
    }

    long count() {
        return count.get();
    }

    private synchronized void turn(long now) {
        if (now <= window) {
            return;
        }
        previous = now == window + 1 ? current : Set.of();
        current = ConcurrentHashMap.newKeySet();
        count.set(previous.size());
        window = now;
    }
}
