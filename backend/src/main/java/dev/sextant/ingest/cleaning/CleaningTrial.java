// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.cleaning;

import dev.sextant.store.Selection;
import dev.sextant.store.SeriesReader;
import dev.sextant.telemetry.SeriesKey;
import dev.sextant.telemetry.TimeRange;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Shows what steps would do, and changes nothing.
@ApplicationScoped
public class CleaningTrial {
    static final int MOST_SERIES = 200;

    private static final TimeRange ANY_TIME = new TimeRange(Instant.EPOCH, Instant.EPOCH);

    private final TenantCleaning cleaning;
    private final SeriesReader reader;

    CleaningTrial(TenantCleaning cleaning, SeriesReader reader) {
        this.cleaning = cleaning;
        this.reader = reader;
    }

    /// A series before and after.
    ///
    /// @param metric the metric's name after the steps; null when the series is dropped
    /// @param labels the labels after the steps; null when the series is dropped
    /// @param example what a value of 1000 becomes
    /// @param droppedBy the place of the step that drops it, from 1; null when none does
    public record Change(
            Before before,
            @Nullable String metric,
            @Nullable Map<String, String> labels,
            double example,
            @Nullable Integer droppedBy) {}

    /// A series as it came.
    public record Before(String metric, Map<String, String> labels) {}

    /// @param merged series that would be stored under a key that another one of the sample has, too
    public record Answer(List<Change> items, int dropped, int changed, int merged) {}

    /// @throws IllegalArgumentException when a step is not valid; the message names it by its place, from 1
    Answer run(List<StepDraft> drafts, List<SeriesKey> sample) {
        var steps = CompiledSteps.of(drafts);
        var changes = new ArrayList<Change>();
        var keys = new HashSet<SeriesKey>();
        int dropped = 0;
        int changed = 0;
        int merged = 0;
        for (var before : sample) {
            var after = steps.apply(before);
            var key = after.key();
            if (key == null) {
                dropped++;
            } else {
                changed += key.equals(before) && after.conversion() == null ? 0 : 1;
                merged += keys.add(key) ? 0 : 1;
            }
            changes.add(change(before, after));
        }
        return new Answer(changes, dropped, changed, merged);
    }

    private static Change change(SeriesKey before, CleanedSeries after) {
        var key = after.key();
        var conversion = after.conversion();
        return new Change(
                new Before(before.metric(), before.labels().asMap()),
                key == null ? null : key.metric(),
                key == null ? null : key.labels().asMap(),
                conversion == null ? 1_000 : conversion.of(1_000),
                after.droppedBy() == 0 ? null : after.droppedBy());
    }

    /// Series of the tenant as they come in: before its present steps where it has any, else as they are stored.
    List<SeriesKey> recent(TenantId tenant, String metric) {
        var steps = cleaning.steps(tenant);
        if (!steps.isEmpty()) {
            return steps.recent(metric, MOST_SERIES);
        }
        return reader.metrics(tenant).stream()
                .filter(name -> name.contains(metric))
                .limit(MOST_SERIES)
                .flatMap(name ->
                        reader.find(tenant, new Selection(name, List.of(), ANY_TIME)).stream()
                                .limit(metric.isEmpty() ? 3 : MOST_SERIES))
                .limit(MOST_SERIES)
                .toList();
    }
}
