// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.cleaning;

import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.MetricMetadata;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Steps ready to run, for a tenant or for one target. The steps look at a series' name and labels alone, never at its
/// values or the time, so that what they make of a series is worked out once and then remembered.
public final class CompiledSteps {
    private static final int REMEMBERED = 400_000;

    private final List<CleaningStep> steps;
    private final SeriesMemo memo = new SeriesMemo(REMEMBERED);

    private CompiledSteps(List<CleaningStep> steps) {
        this.steps = steps;
    }

    /// @throws IllegalArgumentException when a step is not valid; the message names it by its place, from 1
    public static CompiledSteps of(List<StepDraft> drafts) {
        return new CompiledSteps(StepReader.read(drafts));
    }

    public boolean isEmpty() {
        return steps.isEmpty();
    }

    /// The series that are left, in their order, under their new keys; the same list when there are no steps.
    public List<Series> clean(List<Series> batch) {
        if (steps.isEmpty()) {
            return batch;
        }
        var cleaned = new ArrayList<Series>(batch.size());
        for (var series : batch) {
            var result = memo.get(series.key(), this::apply);
            var key = result.key();
            if (key != null) {
                var conversion = result.conversion();
                cleaned.add(
                        conversion == null && key.equals(series.key())
                                ? series
                                : new Series(key, series.times(), values(series, conversion)));
            }
        }
        return cleaned;
    }

    /// What the metrics mean after the steps. Steps that look at labels can't be asked about a metric as a whole, so they
    /// leave its description alone.
    public List<MetricMetadata> describe(List<MetricMetadata> metadata) {
        if (steps.isEmpty() || metadata.isEmpty()) {
            return metadata;
        }
        var described = new LinkedHashSet<MetricMetadata>();
        for (var about : metadata) {
            var edit = new SeriesEdit(new SeriesKey(about.metric(), Labels.none()));
            boolean isKept =
                    steps.stream()
                            .filter(CleaningStep::concernsTheNameOnly)
                            .allMatch(step -> step.keeps(edit));
            if (isKept && !edit.metric().isBlank()) {
                described.add(
                        new MetricMetadata(
                                edit.metric(),
                                about.type(),
                                edit.unit().isEmpty() ? about.unit() : edit.unit(),
                                about.description()));
            }
        }
        return List.copyOf(described);
    }

    /// What the steps make of one series, worked out afresh.
    CleanedSeries apply(SeriesKey key) {
        var edit = new SeriesEdit(key);
        for (int at = 0; at < steps.size(); at++) {
            if (!steps.get(at).keeps(edit) || edit.metric().isBlank()) {
                return new CleanedSeries(null, null, "", at + 1);
            }
        }
        var cleaned = edit.key();
        // The same instance, so that a series that nothing happened to keeps one key.
        return new CleanedSeries(
                key.equals(cleaned) ? key : cleaned, edit.conversion(), edit.unit(), 0);
    }

    /// Some of the series that came in lately, as they were before the steps.
    List<SeriesKey> recent(String metric, int limit) {
        return memo.some(metric, limit);
    }

    private static double[] values(Series series, @Nullable UnitConversion conversion) {
        if (conversion == null) {
            return series.values();
        }
        var values = series.values().clone();
        for (int at = 0; at < values.length; at++) {
            values[at] = conversion.of(values[at]);
        }
        return values;
    }
}
