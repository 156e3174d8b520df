// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.forecast;

/// The last season goes on; without a whole season, the last point does.
///
/// @param period in points
record SeasonalNaive(int period) implements ForecastMethod {
    @Override
    public Fitted fit(double[] values) {
        return (later, end, horizon) -> {
            int back = end < period ? 1 : period;
            var path = new double[horizon];
            for (int i = 0; i < horizon; i++) {
                path[i] = later[end - back + i % back];
            }
            return path;
        };
    }
}
