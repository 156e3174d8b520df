// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.forecast;

/// Forecasts the logarithm, so that what moves by per cent moves evenly; a series that is not wholly positive is left as
/// it is.
record LogScale(ForecastMethod method) implements ForecastMethod {
    private static final double HIGHEST = 700;

    @Override
    public Fitted fit(double[] values) {
        for (double value : values) {
            if (value <= 0) {
                return method.fit(values);
            }
        }
        var fitted = method.fit(logarithms(values, values.length));
        return (later, end, horizon) -> {
            var path = fitted.forecast(logarithms(later, end), end, horizon);
            for (int i = 0; i < horizon; i++) {
                path[i] = Math.exp(Math.min(HIGHEST, path[i]));
            }
            return path;
        };
    }

    private static double[] logarithms(double[] values, int end) {
        var logarithms = new double[end];
        for (int i = 0; i < end; i++) {
            logarithms[i] = Math.log(Math.max(values[i], Double.MIN_NORMAL));
        }
        return logarithms;
    }
}
