// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.algorithms;

import dev.sextant.algorithm.Finding;
import dev.sextant.algorithm.Points;
import dev.sextant.query.Asker;
import dev.sextant.query.FrameMethods;
import dev.sextant.telemetry.Frame;
import dev.sextant.telemetry.SeriesKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Optional;

/// Whether a row still goes on. Of a series that stopped nothing is judged, however odd its end was: that it stopped is for
/// `missing` and `.absent` to say.
///
/// @param newest the newest point of all rows, epoch milliseconds
/// @param now the time as of which was read, epoch milliseconds
/// @param missing what the asker says of it, which counts more
record Freshness(long newest, long now, Optional<Asker.Missing> missing) {
    private static final int STEPS_BEHIND_OTHERS = 5;
    private static final int STEPS_BEHIND_NOW = 10;
    private static final long LATE = Duration.ofMinutes(10).toMillis();

    static Freshness of(long newest, FrameMethods.Run run) {
        return new Freshness(newest, run.now().toEpochMilli(), run.missing());
    }

    static Freshness of(Frame frame, FrameMethods.Run run) {
        long newest =
                frame.series().stream()
                        .filter(series -> series.length() > 0)
                        .mapToLong(series -> series.times()[series.length() - 1])
                        .max()
                        .orElse(0);
        return of(newest, run);
    }

    /// The finding itself, or one that says that there is nothing to judge; then the asker is told, if it wants to know.
    Finding of(SeriesKey key, Finding found) {
        var times = found.row().times();
        if (times.length == 0 || goesOn(times)) {
            return found;
        }
        missing.ifPresent(asked -> asked.told().accept(key.labels()));
        return stopped(found, times[times.length - 1]);
    }

    private boolean goesOn(long[] times) {
        long last = times[times.length - 1];
        if (missing.isPresent()) {
            return last >= now - missing.get().staleAfter().toMillis();
        }
        long step = Math.max(1, (last - times[0]) / Math.max(1, times.length - 1));
        return times.length == 1
                || (last >= newest - STEPS_BEHIND_OTHERS * step
                        && last >= now - Math.max(LATE, STEPS_BEHIND_NOW * step));
    }

    private static Finding stopped(Finding found, long last) {
        var sides = new LinkedHashMap<>(found.sides());
        sides.computeIfPresent("score", (_, score) -> all(score, 0));
        sides.computeIfPresent("tail", (_, tail) -> all(tail, 1));
        return new Finding(
                found.row(),
                sides,
                "stopped: the last point is of %s".formatted(Instant.ofEpochMilli(last)));
    }

    private static Points all(Points side, double value) {
        var values = new double[side.length()];
        Arrays.fill(values, value);
        return new Points(side.times(), values);
    }
}
