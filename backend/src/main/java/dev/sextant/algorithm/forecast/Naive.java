// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.forecast;

import java.util.Arrays;

/// The last point goes on.
record Naive() implements ForecastMethod {
    @Override
    public Fitted fit(double[] values) {
        return (later, end, horizon) -> {
            var path = new double[horizon];
            Arrays.fill(path, later[end - 1]);
            return path;
        };
    }
}
