// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest;

import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.MetricMetadata;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Values measured at one time, with what their metrics mean.
public final class Measurements {
    private final long at;
    private final List<Series> series = new ArrayList<>();
    private final Set<MetricMetadata> metadata = new LinkedHashSet<>();

    public Measurements(Instant at) {
        this.at = at.toEpochMilli();
    }

    public void add(MetricMetadata metric, Labels labels, double value) {
        metadata.add(metric);
        addPart(metric.metric(), labels, value);
    }

    /// A value of a metric that is described under another name, such as a histogram's bucket.
    public void addPart(String metric, Labels labels, double value) {
        series.add(
                new Series(new SeriesKey(metric, labels), new long[] {at}, new double[] {value}));
    }

    public void describe(MetricMetadata metric) {
        metadata.add(metric);
    }

    public List<Series> series() {
        return List.copyOf(series);
    }

    public List<MetricMetadata> metadata() {
        return List.copyOf(metadata);
    }
}
