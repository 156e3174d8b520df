// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.otlp;

import dev.sextant.ingest.Names;
import dev.sextant.ingest.Payload;
import dev.sextant.ingest.Refusals;
import dev.sextant.ingest.Refusals.Reason;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.MetricMetadata;
import dev.sextant.telemetry.MetricMetadata.Type;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Gathers data points as series: a number is one, a histogram is its `_bucket` with label `le`, `_sum` and `_count`, a
/// summary its quantiles, `_sum` and `_count`. A point without a recorded value ends its series as a stale marker does.
final class MetricSeries {
    private static final double STALE = Double.longBitsToDouble(0x7ff0000000000002L);

    private final List<Series> series = new ArrayList<>();
    private final Set<MetricMetadata> metadata = new LinkedHashSet<>();
    private final Refusals refusals = new Refusals();

    Payload payload() {
        return new Payload(series, List.copyOf(metadata), refusals);
    }

    void describe(MetricMetadata about, Type type) {
        if (Names.isMetric(about.metric())) {
            metadata.add(
                    new MetricMetadata(about.metric(), type, about.unit(), about.description()));
        }
    }

    void refuse(Reason reason, String example) {
        refusals.add(reason, 1, () -> example);
    }

    void addNumber(String metric, Point point) {
        add(metric, point.labels(), point, point.value());
    }

    void addHistogram(String metric, Point point) {
        var labels = point.labels();
        var bounds = point.bounds();
        var buckets = point.buckets();
        if (buckets.length > 0 && buckets.length != bounds.length + 1) {
            refuse(
                    Reason.MALFORMED_POINT,
                    "%s has %d buckets for %d bounds"
                            .formatted(metric, buckets.length, bounds.length));
            return;
        }
        long below = 0;
        for (int at = 0; at < bounds.length && at < buckets.length; at++) {
            below += buckets[at];
            add(metric + "_bucket", labels.with("le", text(bounds[at])), point, below);
        }
        add(metric + "_bucket", labels.with("le", "+Inf"), point, point.count());
        addSumAndCount(metric, labels, point);
    }

    void addSummary(String metric, Point point) {
        var labels = point.labels();
        point.quantiles()
                .forEach((quantile, value) ->
                        add(metric, labels.with("quantile", text(quantile)), point, value));
        addSumAndCount(metric, labels, point);
    }

    private void addSumAndCount(String metric, Labels labels, Point point) {
        if (!Double.isNaN(point.sum())) {
            add(metric + "_sum", labels, point, point.sum());
        }
        add(metric + "_count", labels, point, point.count());
    }

    private void add(String metric, Labels labels, Point point, double value) {
        if (metric.isBlank() || metric.startsWith("_bucket") || metric.startsWith("_count")) {
            refuse(Reason.NO_METRIC_NAME, "a metric without a name, labels " + labels);
            return;
        }
        series.add(
                new Series(
                        new SeriesKey(metric, labels),
                        new long[] {point.time()},
                        new double[] {point.isMissing() ? STALE : value}));
    }

    /// As Prometheus' own clients write a bound: {@code 0.005}, {@code 10}, {@code 1e+06}.
    static String text(double bound) {
        if (Double.isNaN(bound) || Double.isInfinite(bound)) {
            return bound > 0 ? "+Inf" : Double.isNaN(bound) ? "NaN" : "-Inf";
        }
        if (bound == 0) {
            return "0";
        }
        var exact = BigDecimal.valueOf(bound).stripTrailingZeros();
        int exponent = exact.precision() - exact.scale() - 1;
        if (exponent >= -4 && exponent < 6) {
            return exact.toPlainString();
        }
        var digits = exact.movePointLeft(exponent).toPlainString();
        return "%se%s%02d".formatted(digits, exponent < 0 ? "-" : "+", Math.abs(exponent));
    }
}
