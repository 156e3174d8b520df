// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.cleaning;

import dev.sextant.telemetry.SeriesKey;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/// Remembers what became of each series, so that the steps run once per series and not once per sample. When it is full,
/// what was not asked for since it was half as full is forgotten.
final class SeriesMemo {
    private final int half;
    private volatile Map<SeriesKey, CleanedSeries> current = new ConcurrentHashMap<>();
    private volatile Map<SeriesKey, CleanedSeries> previous = Map.of();

    /// @param most series that are remembered at one time
    SeriesMemo(int most) {
        half = Math.max(1, most / 2);
    }

    CleanedSeries get(SeriesKey key, Function<SeriesKey, CleanedSeries> steps) {
        var known = current.get(key);
        if (known != null) {
            return known;
        }
        var old = previous.get(key);
        var cleaned = old == null ? steps.apply(key) : old;
        if (current.size() >= half) {
            turn();
        }
        current.put(key, cleaned);
        return cleaned;
    }

    /// Some of the series that came in lately, as they came in.
    List<SeriesKey> some(String metric, int limit) {
        return Stream.concat(current.keySet().stream(), previous.keySet().stream())
                .filter(key -> key.metric().contains(metric))
                .distinct()
                .limit(limit)
                .toList();
    }

    int size() {
        return current.size() + previous.size();
    }

    private synchronized void turn() {
        if (current.size() >= half) {
            previous = current;
            current = new ConcurrentHashMap<>();
        }
    }
}
