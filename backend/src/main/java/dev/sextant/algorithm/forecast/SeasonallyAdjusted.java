// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.forecast;

import dev.sextant.algorithm.structure.Decomposition;
import dev.sextant.algorithm.structure.Mstl;

/// Takes the seasons off, forecasts what is left, and puts the last shape of each season on again.
///
/// @param split how the seasons are found
/// @param method forecasts the adjusted series
record SeasonallyAdjusted(Mstl split, ForecastMethod method) implements ForecastMethod {
    @Override
    public Fitted fit(double[] values) {
        var parts = split.decompose(values);
        var fitted = method.fit(parts.adjusted());
        return (later, end, horizon) -> {
            var adjusted = new double[end];
            for (int i = 0; i < end; i++) {
                adjusted[i] = later[i] - season(parts, values.length, i);
            }
            var path = fitted.forecast(adjusted, end, horizon);
            for (int i = 0; i < horizon; i++) {
                path[i] += season(parts, values.length, end + i);
            }
            return path;
        };
    }

    private static double season(Decomposition parts, int length, int at) {
        double sum = 0;
        for (var part : parts.seasons()) {
            sum += at < length ? part.values()[at] : part.ahead(at - length + 1);
        }
        return sum;
    }
}
