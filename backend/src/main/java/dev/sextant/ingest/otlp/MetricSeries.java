// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.otlp;

import dev.sextant.ingest.BodyFaultException;
import dev.sextant.ingest.Payload;
import dev.sextant.ingest.ReadSize;
import dev.sextant.ingest.admission.Refusals;
import dev.sextant.ingest.admission.Refusals.Reason;
import dev.sextant.ingest.naming.Names;
import dev.sextant.ingest.otlp.ExponentialBuckets.Bound;
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
    private static final Set<String> PARTS = Set.of("_bucket", "_sum", "_count");
    private static final double STALE = Double.longBitsToDouble(0x7ff0000000000002L);

    private final List<Series> series = new ArrayList<>();
    private final Set<MetricMetadata> metadata = new LinkedHashSet<>();
    private final List<Series> deltas = new ArrayList<>();
    private final Refusals refusals = new Refusals();
    private final ReadSize size = new ReadSize();
    private boolean isDelta;

    /// What was gathered, differences turned into totals.
    Payload payload(DeltaSums sums) throws BodyFaultException {
        size.check();
        series.addAll(sums.totals(deltas, refusals));
        return new Payload(series, List.copyOf(metadata), refusals);
    }

    /// Whether the values that are added from now on are differences to those before.
    void takeDeltas(boolean areDeltas) {
        isDelta = areDeltas;
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
        if (size.fitsSeries(point.ownLabels())) {
            add(metric, point.labels(), point, point.value());
        }
    }

    void addHistogram(String metric, Point point) {
        var bounds = point.bounds();
        var buckets = point.buckets();
        if (buckets.length > 0 && buckets.length != bounds.length + 1) {
            refuse(
                    Reason.MALFORMED_POINT,
                    "%s has %d buckets for %d bounds"
                            .formatted(metric, buckets.length, bounds.length));
            return;
        }
        var below = new ArrayList<Bound>();
        long sum = 0;
        for (int at = 0; at < bounds.length && at < buckets.length; at++) {
            sum += buckets[at];
            below.add(new Bound(bounds[at], sum));
        }
        addBuckets(metric, point, below);
    }

    void addExponential(String metric, Point point) {
        addBuckets(metric, point, ExponentialBuckets.of(point));
    }

    void addSummary(String metric, Point point) {
        var labels = point.labels();
        for (var quantile : point.quantiles().entrySet()) {
            if (size.fitsSeries(labels.size() + 1)) {
                var text = text(quantile.getKey());
                add(metric, labels.with("quantile", text), point, quantile.getValue());
            }
        }
        addSumAndCount(metric, labels, point);
    }

    private void addBuckets(String metric, Point point, List<Bound> bounds) {
        var labels = point.labels();
        for (var bound : bounds) {
            if (size.fitsSeries(labels.size() + 1)) {
                var le = labels.with("le", text(bound.bound()));
                add(metric + "_bucket", le, point, bound.count());
            }
        }
        add(metric + "_bucket", labels.with("le", "+Inf"), point, point.count());
        addSumAndCount(metric, labels, point);
    }

    private void addSumAndCount(String metric, Labels labels, Point point) {
        if (!size.fitsSeries(2 * labels.size())) {
            return;
        }
        if (!Double.isNaN(point.sum())) {
            add(metric + "_sum", labels, point, point.sum());
        }
        add(metric + "_count", labels, point, point.count());
    }

    private void add(String metric, Labels labels, Point point, double value) {
        if (metric.isBlank() || PARTS.contains(metric)) {
            refuse(Reason.NO_METRIC_NAME, "a metric without a name, labels " + labels);
            return;
        }
        var one =
                new Series(
                        new SeriesKey(metric, labels),
                        new long[] {point.time()},
                        new double[] {point.isMissing() ? STALE : value});
        (isDelta ? deltas : series).add(one);
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
