// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.duckdb;

import dev.sextant.store.StoreUnavailableException;
import dev.sextant.store.duckdb.Part.HotTable;
import dev.sextant.store.duckdb.Part.SealedFile;
import dev.sextant.store.file.DuckDbFile;
import dev.sextant.store.file.NewFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;

/// Makes sealed files of the samples of an hour: sorted, one sample per time, the last that was written.
///
/// The work is done beside the writer, on a connection of its own, over tables that grow no more. Until the writer
/// commits, in one transaction, that the new files count and what went into them does not, nothing has happened: the
/// tables are all there, and files without a mention are rubbish. After it, the tables are rubbish. Late samples of a
/// sealed hour gather in a new table; sealing that hour again merges both into new files.
final class Sealer {
    /// Small groups of rows are packed better and let a reader skip more.
    private static final int ROWS_PER_GROUP = 61_440;

    private final DuckDbFile file;
    private final NewFiles files;
    private final SeriesIndex index;
    private final Parts parts;
    private final SampleWriter writer;
    private final SealStep.Observer observer;
    private final NewFiles.Progress progress;
    private volatile boolean stopping;

    /// What takes whose place when an hour is sealed.
    ///
    /// @param prefix how the names of the new files begin
    /// @param gone the hot tables, and the files of an earlier sealing that were merged
    record SealedHour(String prefix, List<Part> gone, List<SealedFile> fresh) {}

    /// What a sealer works with.
    record Tools(DuckDbFile file, SeriesIndex index, Parts parts, SampleWriter writer) {}

    Sealer(Tools tools, Path folder, SealStep.Observer observer) {
        this.file = tools.file();
        this.index = tools.index();
        this.parts = tools.parts();
        this.writer = tools.writer();
        this.files = new NewFiles(folder);
        this.progress = new Steps(observer);
        this.observer = observer;
    }

    /// Seals what has arrived of one hour so far.
    void seal(long hour) {
        var prefix = prefix(hour);
        var tables = writer.change(transaction -> transaction.roll(hour, prefix));
        observer.reached(SealStep.ROLLED);
        if (tables.isEmpty()) {
            return;
        }
        var written = new ArrayList<SealedFile>();
        boolean handedOver = false;
        try (var connection = file.connect()) {
            var plan = new SealPlan(connection, index.all());
            plan.count(tables, parts);
            plan.place();
            for (var chunk : plan.chunks()) {
                written.add(write(connection, plan, chunk, tables));
            }
            var gone = Stream.concat(tables.stream(), plan.merged().stream()).toList();
            var sealed = new SealedHour(prefix, List.copyOf(gone), List.copyOf(written));
            // From here on only the database knows whether the files count.
            handedOver = true;
            writer.change(transaction -> transaction.seal(sealed, observer));
            writer.change(WriteTransaction::clear);
            observer.reached(SealStep.CLEARED);
        } catch (SQLException | IOException problem) {
            throw new StoreUnavailableException(
                    "the hour %s could not be sealed (%s); its samples stay in the database until the next try"
                            .formatted(
                                    Instant.ofEpochMilli(hour * Part.HOUR_MILLIS),
                                    problem.getMessage()),
                    problem);
        } finally {
            if (!handedOver) {
                written.forEach(file -> SealedFiles.delete(file.path()));
            }
        }
    }

    /// Ends a sealing before its next file.
    void stop() {
        stopping = true;
    }

    private SealedFile write(
            DuckDBConnection connection, SealPlan plan, SealPlan.Chunk chunk, List<HotTable> tables)
            throws SQLException, IOException {
        if (stopping) {
            throw new StoreUnavailableException("the store is shutting down; sealing ends");
        }
        long hour = tables.getFirst().hour();
        var path =
                files.make(
                        chunk.tenant().value(),
                        prefix(hour),
                        file -> Sql.execute(connection, copy(plan, chunk, tables, file)),
                        progress);
        return new SealedFile(
                new SealedFile.Content(
                        chunk.tenant(), hour, chunk.firstMetric(), chunk.lastMetric()),
                path,
                Files.size(path));
    }

    private static String prefix(long hour) {
        var start = Instant.ofEpochMilli(hour * Part.HOUR_MILLIS).toString();
        return start.substring(0, start.indexOf(':')) + "-";
    }

    /// Rows of one series and time lie side by side after sorting, the one that counts last.
    private static String copy(
            SealPlan plan, SealPlan.Chunk chunk, List<HotTable> tables, Path to) {
        var files = plan.mergedInto(chunk).toList();
        var inputs = new ArrayList<String>();
        if (!files.isEmpty()) {
            inputs.add(
                    "select series, \"at\", \"value\", 0 as part, 0 as line from "
                            + Sql.files(files));
        }
        for (var table : tables) {
            inputs.add(
                    "select series, \"at\", \"value\", %d as part, rowid as line from %s"
                            .formatted(table.number(), table.quoted()));
        }
        return """
        copy (
            select metric, series, "at", "value" from (
                select *, lead(series) over () as next_series, lead("at") over () as next_at from (
                    select metric, series, "at", "value"
                    from (%s) join place on id = series
                    where chunk = %d
                    order by place, "at", part, line))
            where next_series is distinct from series or next_at is distinct from "at"
        ) to %s (format parquet, codec zstd, parquet_version v2, row_group_size %d)
        """
                .formatted(
                        inputs.stream().collect(Collectors.joining(" union all ")),
                        chunk.number(),
                        Sql.text(to.toString()),
                        ROWS_PER_GROUP);
    }

    private record Steps(SealStep.Observer observer) implements NewFiles.Progress {
        @Override
        public void copied() {
            observer.reached(SealStep.COPIED);
        }

        @Override
        public void synced() {
            observer.reached(SealStep.SYNCED);
        }

        @Override
        public void named() {
            observer.reached(SealStep.NAMED);
        }
    }
}
