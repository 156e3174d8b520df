// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.forecast;

import java.util.Comparator;
import java.util.stream.Stream;

/// The additive form of exponential smoothing with the lowest Akaike criterion (Hyndman, Koehler, Snyder and Grose,
/// 2002). Seasons are taken off before, see [SeasonallyAdjusted].
record Ets() implements ForecastMethod {
    @Override
    public Fitted fit(double[] values) {
        return Stream.of(Smoothing.Trend.values())
                .map(trend -> new Smoothing(trend).fit(values))
                .min(Comparator.comparingDouble(Smoothing.Learnt::akaike))
                .orElseThrow();
    }
}
