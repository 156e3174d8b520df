// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.source;

import dev.sextant.store.PointSink;
import dev.sextant.store.Selection;
import dev.sextant.store.source.TenantSources.Elsewhere;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.SeriesKey;
import dev.sextant.telemetry.TimeRange;
import dev.sextant.tenant.TenantHoldings;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;

/// Asks sources what a store is asked, in the store's words.
@ApplicationScoped
public class SourceQuestions implements TenantHoldings {
    /// Names and labels are asked for up to here, so that the same question has the same answer for a while.
    private static final long GRID_MILLIS = 60_000;

    private final List<SourceReader> readers;
    private final SourceLines lines;
    private final Recent<SortedSet<String>> names;
    private final Recent<List<SeriesKey>> keys;
    private final InstantSource clock;

    @Inject
    SourceQuestions(@Any Instance<SourceReader> readers, SourceLines lines, InstantSource clock) {
        this(readers.stream().toList(), lines, clock);
    }

    SourceQuestions(List<SourceReader> readers, SourceLines lines, InstantSource clock) {
        this.readers = List.copyOf(readers);
        this.lines = lines;
        this.names = new Recent<>(clock);
        this.keys = new Recent<>(clock);
        this.clock = clock;
    }

    private record Names() {}

    private record Keys(Selection selection) {}

    /// The metrics of a source, as it names them.
    SortedSet<String> metrics(TenantId tenant, Source source) {
        var asked = asked(tenant, source, new Names());
        var before = names.find(asked);
        if (before.isPresent()) {
            return before.get();
        }
        var found =
                lines.ask(
                        tenant,
                        source,
                        () -> reader(source).metrics(tenant, source, clock.millis()));
        names.remember(asked, found);
        return found;
    }

    /// The series that meet a selection, with or without points in its range, in order of their keys.
    List<SeriesKey> find(TenantId tenant, Elsewhere where, Selection selection) {
        var source = where.source();
        var wide = lookedFor(where, selection);
        var asked = asked(tenant, source, new Keys(wide));
        var before = keys.find(asked);
        if (before.isPresent()) {
            return before.get();
        }
        var labels = lines.ask(tenant, source, () -> reader(source).labels(tenant, source, wide));
        var found =
                labels.stream()
                        .filter(each -> meets(selection, each))
                        .sorted(Comparator.naturalOrder())
                        .map(each -> new SeriesKey(selection.metric(), each))
                        .toList();
        keys.remember(asked, found);
        return found;
    }

    void scan(TenantId tenant, Elsewhere where, SourceReader.Wanted wanted, PointSink sink) {
        var selection = wanted.selection();
        var series = find(tenant, where, selection);
        sink.begin(series);
        var source = where.source();
        var there = new Selection(where.metric(), selection.matchers(), selection.range());
        var into = new SlotSink(series, selection.range(), sink);
        lines.ask(
                tenant,
                source,
                () -> {
                    var asked = new SourceReader.Wanted(there, wanted.maxPoints());
                    reader(source).scan(tenant, source, asked, into);
                    return true;
                });
    }

    /// What a source that is not saved answers: its metrics, and the first series of the first of them.
    Tried tryOut(TenantId tenant, Source source, int mostSeries) {
        var line = new SourceLine(1);
        return lines.ask(
                line,
                source,
                () -> {
                    var found = reader(source).metrics(tenant, source, clock.millis());
                    if (found.isEmpty()) {
                        return new Tried(found, List.of());
                    }
                    var where = new Elsewhere(source, found.first());
                    var all = lookedFor(where, Selection.ofAll(found.first()));
                    var name = TenantSources.name(source, found.first());
                    var series =
                            reader(source).labels(tenant, source, all).stream()
                                    .sorted()
                                    .limit(mostSeries)
                                    .map(labels -> new SeriesKey(name, labels))
                                    .toList();
                    return new Tried(found, series);
                });
    }

    record Tried(SortedSet<String> metrics, List<SeriesKey> series) {}

    @Override
    public void erase(TenantId tenant) {
        names.erase(tenant);
        keys.erase(tenant);
    }

    private SourceReader reader(Source source) {
        return SourceReader.of(readers, source.endpoint().kind());
    }

    private static Recent.Asked asked(TenantId tenant, Source source, Object question) {
        return new Recent.Asked(tenant, source.spec(), question);
    }

    private static boolean meets(Selection selection, Labels labels) {
        return selection.matchers().stream()
                .allMatch(matcher -> matcher.matches(labels.value(matcher.label())));
    }

    /// The selection over the source's lookback, and over its own range where that began earlier.
    private Selection lookedFor(Elsewhere where, Selection selection) {
        long to = Math.ceilDiv(clock.millis() + 1, GRID_MILLIS) * GRID_MILLIS;
        long from = to - where.source().lookback().toMillis();
        var range = selection.range();
        if (!range.length().isZero()) {
            long own = range.from().toEpochMilli();
            from = Math.min(from, Math.floorDiv(own, GRID_MILLIS) * GRID_MILLIS);
        }
        var wide = new TimeRange(Instant.ofEpochMilli(Math.max(0, from)), Instant.ofEpochMilli(to));
        return new Selection(where.metric(), selection.matchers(), wide);
    }
}
