// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.admission;

import dev.sextant.ingest.admission.Refusals.Reason;
import dev.sextant.ingest.naming.Names;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Decides for one tenant which samples come in. What is refused is named; the rest of a batch is not held up by it.
/// Any value is allowed, NaN (and so the staleness marker) included.
public final class Admission {
    /// The catalogue keeps metric names in a column of this length.
    private static final int MAX_METRIC_NAME = 512;

    private final AdmissionLimits limits;
    private final SampleRate rate;
    private final ActiveSeries active = new ActiveSeries();

    public Admission(AdmissionLimits limits) {
        this.limits = limits;
        this.rate = new SampleRate(limits.samplesPerSecond());
    }

    /// The series that may be stored, in their order; what is refused is added to the refusals.
    ///
    /// @throws RateExceededException when nothing may be stored now
    public List<Series> admit(List<Series> batch, Instant now, Refusals refusals) {
        rate.take(Series.samples(batch), now);
        active.advance(now.toEpochMilli());
        long latest = now.plus(limits.futureSkew()).toEpochMilli();
        long earliest = now.minus(limits.oldest()).toEpochMilli();
        var admitted = new ArrayList<Series>(batch.size());
        for (var series : batch) {
            if (isAdmitted(series, refusals)) {
                var inTime = inTime(series, earliest, latest, refusals);
                if (inTime.length() > 0) {
                    admitted.add(inTime);
                }
            }
        }
        return admitted;
    }

    public Collection<Labels> activeLabels() {
        return active.labels();
    }

    public long activeSeries() {
        return active.count();
    }

    private boolean isAdmitted(Series series, Refusals refusals) {
        var key = series.key();
        if (active.isCurrent(key)) {
            return true;
        }
        if (!isWellFormed(key, series.length(), refusals)) {
            return false;
        }
        if (!active.enter(key, limits.activeSeries())) {
            refusals.add(
                    Reason.TOO_MANY_SERIES,
                    series.length(),
                    () ->
                            "%s would be one more than the %d active series that the tenant may have"
                                    .formatted(key, limits.activeSeries()));
            return false;
        }
        return true;
    }

    private boolean isWellFormed(SeriesKey key, int samples, Refusals refusals) {
        var metric = key.metric();
        if (!Names.isMetric(metric)) {
            refusals.add(
                    Reason.INVALID_NAME,
                    samples,
                    () -> "\"" + metric + "\" is not a valid metric name");
            return false;
        }
        if (metric.length() > MAX_METRIC_NAME) {
            refusals.add(
                    Reason.LABEL_TOO_LONG,
                    samples,
                    () ->
                            "metric name of %d characters, %d are allowed: %s"
                                    .formatted(metric.length(), MAX_METRIC_NAME, metric));
            return false;
        }
        int count = key.labels().size();
        if (count > limits.labelsPerSeries()) {
            refusals.add(
                    Reason.TOO_MANY_LABELS,
                    samples,
                    () ->
                            "%s has %d labels, %d are allowed: %s"
                                    .formatted(
                                            metric, count, limits.labelsPerSeries(), key.labels()));
            return false;
        }
        for (var label : key.labels().asMap().entrySet()) {
            if (!isWellFormed(label, key, samples, refusals)) {
                return false;
            }
        }
        return true;
    }

    private boolean isWellFormed(
            Map.Entry<String, String> label, SeriesKey key, int samples, Refusals refusals) {
        var name = label.getKey();
        int longest = Math.max(name.length(), label.getValue().length());
        if (longest > limits.labelLength()) {
            refusals.add(
                    Reason.LABEL_TOO_LONG,
                    samples,
                    () ->
                            "%s: label %s is %d characters long, %d are allowed"
                                    .formatted(key.metric(), name, longest, limits.labelLength()));
            return false;
        }
        if (!Names.isLabel(name)) {
            refusals.add(
                    Reason.INVALID_NAME,
                    samples,
                    () -> "%s: \"%s\" is not a valid label name".formatted(key.metric(), name));
            return false;
        }
        return true;
    }

    private static Series inTime(Series series, long earliest, long latest, Refusals refusals) {
        for (long time : series.times()) {
            if (time < earliest || time > latest) {
                return onlyInTime(series, earliest, latest, refusals);
            }
        }
        return series;
    }

    private static Series onlyInTime(Series series, long earliest, long latest, Refusals refusals) {
        var times = new long[series.length()];
        var values = new double[series.length()];
        int kept = 0;
        for (int at = 0; at < times.length; at++) {
            long time = series.times()[at];
            if (time > latest) {
                refusals.add(Reason.TOO_FAR_IN_FUTURE, 1, () -> stamped(series, time));
            } else if (time < earliest) {
                refusals.add(Reason.TOO_OLD, 1, () -> stamped(series, time));
            } else {
                times[kept] = time;
                values[kept++] = series.values()[at];
            }
        }
        return new Series(series.key(), Arrays.copyOf(times, kept), Arrays.copyOf(values, kept));
    }

    private static String stamped(Series series, long time) {
        return "a sample stamped " + Instant.ofEpochMilli(time) + " of " + series.key();
    }
}
