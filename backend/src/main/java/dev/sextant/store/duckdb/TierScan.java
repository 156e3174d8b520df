// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.duckdb;

import dev.sextant.store.StoreUnavailableException;
import dev.sextant.store.Summaries;
import dev.sextant.store.Tier;
import dev.sextant.store.TierSink;
import dev.sextant.store.duckdb.TieredDays.Asked;
import dev.sextant.store.duckdb.TieredDays.Stretch;
import dev.sextant.telemetry.TimeRange;
import java.time.Instant;
import java.util.List;
import org.duckdb.DuckDBDataChunkReader;

/// Reads rows of a tier where they speak for all samples, and the samples everywhere else: of today, of hours to which
/// samples were added late, and at the end of a range that ends within a row.
final class TierScan {
    private final SampleScanner scanner;
    private final Parts parts;

    TierScan(SampleScanner scanner, Parts parts) {
        this.scanner = scanner;
        this.parts = parts;
    }

    /// @param maxPoints points and rows together
    record Wanted(TimeRange range, Tier tier, long maxPoints) {
        long from() {
            return range.from().toEpochMilli();
        }

        long to() {
            return range.to().toEpochMilli();
        }
    }

    /// Hands over the points and rows of series of one metric; slots are places in the list.
    void stream(List<IndexedSeries> series, Wanted wanted, TierSink sink) {
        if (series.isEmpty()
                || wanted.from() >= wanted.to()
                || wanted.from() != wanted.tier().lastEnd(wanted.from())) {
            scanner.stream(series, wanted.range(), wanted.maxPoints(), sink);
            return;
        }
        var first = series.getFirst();
        var asked =
                new Asked(
                        first.tenant(),
                        first.key().metric(),
                        wanted.tier(),
                        wanted.from(),
                        wanted.to());
        var streaming = new Streaming(series, wanted.maxPoints(), sink);
        try (var view = parts.view(asked)) {
            read(view, series, streaming, sink);
            if (view.knownUntil() < wanted.to()) {
                sink.knownUntil(view.knownUntil());
            }
        } catch (StoreUnavailableException problem) {
            streaming.requireWanted();
            throw problem;
        }
    }

    private void read(
            Parts.SummedView view, List<IndexedSeries> series, Streaming streaming, TierSink sink) {
        for (var stretch : view.stretches()) {
            switch (stretch) {
                case Stretch.Raw raw -> scanner.scan(series, range(raw), streaming);
                case Stretch.Summed summed -> {
                    var columns = new Columns(summed.millis(), new Summaries());
                    scanner.ask(
                            queries(summed, series, ""),
                            streaming::isWanted,
                            chunk -> streaming.take(chunk, columns, sink));
                }
            }
        }
        for (var some : streaming.unsettled(SampleScanner.LISTED_SERIES)) {
            streaming.restart(some);
            view.stretches().forEach(stretch -> again(stretch, some, streaming, sink));
        }
    }

    /// Reads everything of some series again, part by part in order.
    private void again(
            Stretch stretch, List<IndexedSeries> some, Streaming streaming, TierSink sink) {
        switch (stretch) {
            case Stretch.Raw raw -> {
                var settled = new Gathering(some, Long.MAX_VALUE);
                scanner.scan(some, range(raw), settled);
                settled.result().forEach(streaming::append);
            }
            case Stretch.Summed summed -> {
                var columns = new Columns(summed.millis(), new Summaries());
                scanner.ask(
                        queries(summed, some, " order by \"at\""),
                        streaming::isWanted,
                        chunk -> streaming.takeSettled(chunk, columns, sink));
            }
        }
    }

    private static List<String> queries(
            Stretch.Summed stretch, List<IndexedSeries> series, String order) {
        if (stretch.files().isEmpty()) {
            return List.of();
        }
        return List.of(
                "select %s from %s where metric = %s and \"at\" > %d and \"at\" <= %d and %s%s"
                        .formatted(
                                TierRows.COLUMNS,
                                Sql.tiers(stretch.files()),
                                Sql.text(series.getFirst().key().metric()),
                                stretch.from(),
                                stretch.to(),
                                SampleScanner.oneOf(series),
                                order));
    }

    private static TimeRange range(Stretch.Raw raw) {
        return new TimeRange(Instant.ofEpochMilli(raw.from()), Instant.ofEpochMilli(raw.to()));
    }

    /// From the columns of a chunk to those of [Summaries], which are used again.
    record Columns(long millis, Summaries rows) {
        void read(DuckDBDataChunkReader chunk, int from, int slot) {
            int row = rows.next();
            long end = chunk.vector(1).getLong(from);
            rows.slots()[row] = slot;
            rows.ends()[row] = end;
            rows.points()[row] = chunk.vector(2).getInt(from);
            rows.sums()[row] = chunk.vector(3).getDouble(from);
            rows.lowest()[row] = chunk.vector(4).getDouble(from);
            rows.highest()[row] = chunk.vector(5).getDouble(from);
            rows.firstTimes()[row] = end - millis + chunk.vector(6).getInt(from);
            rows.firsts()[row] = chunk.vector(7).getDouble(from);
            rows.lastTimes()[row] = end - chunk.vector(8).getInt(from);
            rows.lasts()[row] = chunk.vector(9).getDouble(from);
            rows.lost()[row] = chunk.vector(10).getDouble(from);
            rows.ended()[row] = chunk.vector(11).getBoolean(from);
        }
    }
}
