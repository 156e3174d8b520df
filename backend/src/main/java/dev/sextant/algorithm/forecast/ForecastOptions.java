// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.forecast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is asked of a forecast.
///
/// @param horizon points ahead, 1 or more
/// @param levels certainty of each interval wanted, above 0 and below 1; may be empty
/// @param seasons periods in points, each 2 or more, at most five; empty for none; null to have them found in the series
public record ForecastOptions(int horizon, List<Double> levels, @Nullable List<Integer> seasons) {
    private static final double USUAL_LEVEL = 0.95;
    private static final int LONGEST = 100_000;
    private static final int MOST_SEASONS = 5;

    public ForecastOptions {
        if (horizon < 1 || horizon > LONGEST) {
            throw new IllegalArgumentException(
                    "the horizon must be 1 to %d points, not %d".formatted(LONGEST, horizon));
        }
        levels = List.copyOf(levels);
        for (double level : levels) {
            if (!(level > 0 && level < 1)) {
                throw new IllegalArgumentException(
                        "the level of an interval lies between 0 and 1, as 0.95, not " + level);
            }
        }
        if (seasons != null) {
            seasons = seasons.stream().distinct().sorted().toList();
            if (seasons.size() > MOST_SEASONS) {
                throw new IllegalArgumentException(
                        "at most %d seasons can be given, not %d"
                                .formatted(MOST_SEASONS, seasons.size()));
            }
            if (!seasons.isEmpty() && seasons.getFirst() < 2) {
                throw new IllegalArgumentException(
                        "a season has 2 points or more, not " + seasons.getFirst());
            }
        }
    }

    /// With an interval at 95 %, and the seasons found in the series.
    public static ForecastOptions ahead(int horizon) {
        return new ForecastOptions(horizon, List.of(USUAL_LEVEL), null);
    }

    /// The same with known periods in points.
    public ForecastOptions withSeasons(Integer... periods) {
        return new ForecastOptions(horizon, levels, List.of(periods));
    }

    /// The same with other intervals.
    public ForecastOptions withLevels(Double... wanted) {
        return new ForecastOptions(horizon, List.of(wanted), seasons);
    }
}
