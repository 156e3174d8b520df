// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.algorithms;

import dev.sextant.algorithm.Finding;
import dev.sextant.algorithm.Points;
import dev.sextant.telemetry.Frame;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;

/// Whether a row still goes on. Of a series that stopped nothing is judged, however odd its end was: that it stopped is for
/// `missing` and `.absent` to say.
///
/// @param newest the newest point of all rows, epoch milliseconds
/// @param now the time as of which was read, epoch milliseconds
record Freshness(long newest, long now) {
    private static final int STEPS_BEHIND_OTHERS = 5;
    private static final int STEPS_BEHIND_NOW = 10;
    private static final long LATE = Duration.ofMinutes(10).toMillis();

    static Freshness of(long newest, Instant now) {
        return new Freshness(newest, now.toEpochMilli());
    }

    static Freshness of(Frame frame, Instant now) {
        long newest =
                frame.series().stream()
                        .filter(series -> series.length() > 0)
                        .mapToLong(series -> series.times()[series.length() - 1])
                        .max()
                        .orElse(0);
        return new Freshness(newest, now.toEpochMilli());
    }

    /// The finding itself, or one that says that there is nothing to judge.
    Finding of(Finding found) {
        var times = found.row().times();
        if (times.length < 2) {
            return found;
        }
        long last = times[times.length - 1];
        long step = Math.max(1, (last - times[0]) / (times.length - 1));
        boolean isFresh =
                last >= newest - STEPS_BEHIND_OTHERS * step
                        && last >= now - Math.max(LATE, STEPS_BEHIND_NOW * step);
        return isFresh ? found : stopped(found, last);
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
