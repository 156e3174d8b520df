// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.duckdb;

import dev.sextant.store.duckdb.Part.HotTable;
import dev.sextant.store.duckdb.Part.SealedFile;
import dev.sextant.tenant.TenantId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;

/// Which files the samples of one hour become: one tenant each, so that a tenant's go by deleting files, and few enough
/// rows each, so that sorting them takes bounded memory. Knows the place of every series in its file.
final class SealPlan {
    private static final int MAX_ROWS = 4_000_000;
    static final Comparator<IndexedSeries> ORDER =
            Comparator.comparing((IndexedSeries series) -> series.tenant().value())
                    .thenComparing(series -> series.key().metric())
                    .thenComparing(IndexedSeries::order);

    /// One file to come.
    static final class Chunk {
        private final int number;
        private final IndexedSeries first;
        private IndexedSeries last;
        private long rows;

        private Chunk(int number, IndexedSeries first) {
            this.number = number;
            this.first = first;
            this.last = first;
        }

        int number() {
            return number;
        }

        TenantId tenant() {
            return first.tenant();
        }

        String firstMetric() {
            return first.key().metric();
        }

        String lastMetric() {
            return last.key().metric();
        }

        private boolean hasRoomFor(IndexedSeries series, long more) {
            return series.tenant().equals(tenant()) && rows + more <= MAX_ROWS;
        }

        private void add(IndexedSeries series, long more) {
            last = series;
            rows += more;
        }
    }

    private final DuckDBConnection connection;
    private final List<IndexedSeries> series;
    private final SeriesSlots slots;
    private final long[] rows;
    private final List<SealedFile> merged = new ArrayList<>();
    private final List<Chunk> chunks = new ArrayList<>();

    /// @param all every series; samples of others are left out
    SealPlan(DuckDBConnection connection, List<IndexedSeries> all) {
        this.connection = connection;
        this.series = all.stream().sorted(ORDER).toList();
        this.slots = new SeriesSlots(series);
        this.rows = new long[series.size()];
    }

    /// Counts what the tables hold, and what the files of an earlier sealing hold for the same tenants.
    void count(List<HotTable> tables, Parts parts) throws SQLException {
        if (tables.isEmpty()) {
            return;
        }
        count(
                tables.stream()
                        .map(table -> "select series from " + table.quoted())
                        .collect(Collectors.joining(" union all ")));
        for (var tenant : touched()) {
            var files = parts.sealed(tenant, tables.getFirst().hour());
            if (!files.isEmpty()) {
                merged.addAll(files);
                count("select series from " + Sql.files(files));
            }
        }
    }

    /// Cuts the series into chunks and writes their places into a temporary table of the connection.
    void place() throws SQLException {
        Sql.execute(
                connection,
                "create or replace temp table place(id bigint, chunk integer, place integer, metric varchar)");
        try (var appender = connection.createAppender("temp", "main", "place")) {
            for (int slot = 0; slot < rows.length; slot++) {
                if (rows[slot] > 0) {
                    var next = series.get(slot);
                    appender.beginRow()
                            .append(next.id())
                            .append(chunkWithRoomFor(next, rows[slot]).number())
                            .append(slot)
                            .append(next.key().metric())
                            .endRow();
                }
            }
        }
    }

    private Chunk chunkWithRoomFor(IndexedSeries next, long more) {
        if (chunks.isEmpty() || !chunks.getLast().hasRoomFor(next, more)) {
            chunks.add(new Chunk(chunks.size(), next));
        }
        var chunk = chunks.getLast();
        chunk.add(next, more);
        return chunk;
    }

    List<Chunk> chunks() {
        return chunks;
    }

    /// The files of an earlier sealing that go into the new ones.
    List<SealedFile> merged() {
        return merged;
    }

    Stream<SealedFile> mergedInto(Chunk chunk) {
        return merged.stream()
                .filter(file ->
                        file.tenant().equals(chunk.tenant())
                                && file.content()
                                        .overlaps(chunk.firstMetric(), chunk.lastMetric()));
    }

    private LinkedHashSet<TenantId> touched() {
        var tenants = new LinkedHashSet<TenantId>();
        for (int slot = 0; slot < rows.length; slot++) {
            if (rows[slot] > 0) {
                tenants.add(series.get(slot).tenant());
            }
        }
        return tenants;
    }

    private void count(String all) throws SQLException {
        try (var statement =
                        connection.prepare(
                                "select series, count(*) from (%s) group by series"
                                        .formatted(all));
                var result = statement.query()) {
            while (result.nextChunk()) {
                count(result.chunk());
            }
        }
    }

    private void count(DuckDBDataChunkReader counts) {
        for (long row = 0; row < counts.rowCount(); row++) {
            int slot = slots.slotOf(counts.vector(0).getLong(row));
            if (slot >= 0) {
                rows[slot] += counts.vector(1).getLong(row);
            }
        }
    }
}
