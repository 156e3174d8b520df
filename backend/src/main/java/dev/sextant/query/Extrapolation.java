// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query;

import dev.sextant.telemetry.Series;

/// How much a series changed over a bucket, as Prometheus says it (functions.go, extrapolatedRate, of Prometheus 2.42):
/// the change between the first and the last point, counter resets made good, extrapolated to the ends of the bucket
/// unless the series seems to begin or end inside it, and never below a counter's zero.
final class Extrapolation {
    private static final double BEGINS_OR_ENDS_HERE = 1.1;
    private static final double MILLIS = 1_000.0;

    private Extrapolation() {}

    /// Points low (inclusive) to high (exclusive), at least two, all within {@code (start, end]} in epoch milliseconds.
    record Span(int low, int high, long start, long end) {}

    static double change(Series series, Span span, boolean isCounter) {
        long first = series.times()[span.low()];
        long last = series.times()[span.high() - 1];
        double firstValue = series.values()[span.low()];
        double change = series.values()[span.high() - 1] - firstValue;
        if (isCounter) {
            change += lostInResets(series.values(), span);
        }
        double sampled = (last - first) / MILLIS;
        double between = sampled / (span.high() - span.low() - 1);
        double toStart = (first - span.start()) / MILLIS;
        double toEnd = (span.end() - last) / MILLIS;
        if (isCounter && change > 0 && firstValue >= 0) {
            toStart = Math.min(toStart, sampled * (firstValue / change));
        }
        double border = between * BEGINS_OR_ENDS_HERE;
        double covered =
                sampled
                        + (toStart < border ? toStart : between / 2)
                        + (toEnd < border ? toEnd : between / 2);
        return change * (covered / sampled);
    }

    private static double lostInResets(double[] values, Span span) {
        double lost = 0;
        for (int i = span.low() + 1; i < span.high(); i++) {
            if (values[i] < values[i - 1]) {
                lost += values[i - 1];
            }
        }
        return lost;
    }
}
