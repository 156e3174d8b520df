// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.duckdb;

import dev.sextant.store.StoreUnavailableException;
import dev.sextant.store.Tier;
import dev.sextant.store.duckdb.Part.SealedFile;
import dev.sextant.store.duckdb.Part.TierFile;
import dev.sextant.store.file.NewFiles;
import dev.sextant.tenant.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;

/// Sums up days that are over: of the sealed files of a tenant and a day it makes files with the rows of tiers. An hour
/// that is sealed again (late samples) is summed up again; rows of the day's other hours are taken over, so that what was
/// dropped meanwhile stays known.
///
/// As with sealing, nothing has happened until the writer commits, in one transaction, that the new files count, the old
/// ones do not, and for which hours their rows speak.
final class TierMaker {
    /// So that the rows of a day fit into memory.
    private static final int SERIES_AT_ONCE = 5_000;

    private final Sealer.Tools tools;
    private final NewFiles files;
    private final SealStep.Observer observer;
    private final boolean isSorted;
    private volatile boolean stopping;

    /// What takes whose place when a day is summed up.
    ///
    /// @param hours for which the rows speak from now on
    /// @param gone the files of an earlier summing up
    /// @param prefixes how the names of the new files begin
    record SummedDay(
            TenantId tenant,
            List<Long> hours,
            List<Part> gone,
            List<TierFile> fresh,
            List<String> prefixes) {}

    /// What is made of one day.
    ///
    /// @param hours by tier, those that are summed up anew
    private record Work(TenantId tenant, long day, Map<Tier, TreeSet<Long>> hours) {
        TreeSet<Long> allHours() {
            return hours.values().stream()
                    .flatMap(TreeSet::stream)
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        String prefix(Tier tier) {
            return LocalDate.ofEpochDay(day) + "-" + tier.text() + "-";
        }
    }

    /// @param isSorted whether files are read in the order in which they were written
    TierMaker(Sealer.Tools tools, Path folder, boolean isSorted, SealStep.Observer observer) {
        this.tools = tools;
        this.files = new NewFiles(folder);
        this.isSorted = isSorted;
        this.observer = observer;
    }

    /// Ends a summing up before its next file.
    void stop() {
        stopping = true;
    }

    /// Sums up what is new of a day.
    ///
    /// @param tiers those that are wanted
    void sumUp(TenantId tenant, long day, List<Tier> tiers) {
        var work = work(tenant, day, tiers);
        if (work.allHours().isEmpty()) {
            return;
        }
        var prefixes = work.hours().keySet().stream().map(work::prefix).toList();
        tools.writer().change(transaction -> transaction.announce(prefixes));
        var fresh = new ArrayList<TierFile>();
        boolean handedOver = false;
        try (var connection = tools.file().connect()) {
            write(connection, work, fresh);
            var gone = new ArrayList<Part>();
            work.hours().keySet().forEach(tier -> gone.addAll(old(work, tier)));
            var summed = new SummedDay(tenant, fresh(work), gone, List.copyOf(fresh), prefixes);
            // From here on only the database knows whether the files count.
            handedOver = true;
            tools.writer().change(transaction -> transaction.sumUp(summed, observer));
        } catch (SQLException | IOException problem) {
            throw new StoreUnavailableException(
                    "the day %s of tenant %s could not be summed up (%s); long ranges of it are read point by point until the next try"
                            .formatted(
                                    LocalDate.ofEpochDay(day),
                                    tenant.value(),
                                    problem.getMessage()),
                    problem);
        } finally {
            if (!handedOver) {
                fresh.forEach(file -> SealedFiles.delete(file.path()));
            }
        }
    }

    /// A tier that has nothing of the day takes all its hours, else those that have changed.
    private Work work(TenantId tenant, long day, List<Tier> tiers) {
        long first = day * Part.HOURS_PER_DAY;
        var hours = new TreeSet<Long>();
        for (long hour : tools.parts().sealedHoursBefore(tenant, first + Part.HOURS_PER_DAY)) {
            if (hour >= first) {
                hours.add(hour);
            }
        }
        var changed =
                hours.stream()
                        .filter(hour -> !tools.parts().isSummedUp(tenant, hour))
                        .collect(Collectors.toCollection(TreeSet::new));
        var wanted = new EnumMap<Tier, TreeSet<Long>>(Tier.class);
        for (var tier : tiers) {
            var anew = tools.parts().summed(tenant, tier, day).isEmpty() ? hours : changed;
            if (!anew.isEmpty()) {
                wanted.put(tier, anew);
            }
        }
        return new Work(tenant, day, wanted);
    }

    private List<Long> fresh(Work work) {
        return work.allHours().stream()
                .filter(hour -> !tools.parts().isSummedUp(work.tenant(), hour))
                .toList();
    }

    private List<TierFile> old(Work work, Tier tier) {
        return tools.parts().summed(work.tenant(), tier, work.day());
    }

    private void write(DuckDBConnection connection, Work work, List<TierFile> fresh)
            throws SQLException, IOException {
        var series = tools.index().all(work.tenant()).stream().sorted(SealPlan.ORDER).toList();
        for (int from = 0; from < series.size(); from += SERIES_AT_ONCE) {
            if (stopping) {
                throw new StoreUnavailableException("the store is shutting down; summing up ends");
            }
            var some = series.subList(from, Math.min(series.size(), from + SERIES_AT_ONCE));
            var rows = new TierRows(connection, some, work.hours());
            for (long hour : work.allHours()) {
                rows.add(hour, sealed(work, hour, some), isSorted);
            }
            for (var tier : work.hours().keySet()) {
                write(rows, work, tier, fresh);
            }
        }
    }

    private List<SealedFile> sealed(Work work, long hour, List<IndexedSeries> some) {
        var first = some.getFirst().key().metric();
        var last = some.getLast().key().metric();
        return tools.parts().sealed(work.tenant(), hour).stream()
                .filter(file -> file.content().overlaps(first, last))
                .toList();
    }

    private void write(TierRows rows, Work work, Tier tier, List<TierFile> fresh)
            throws SQLException, IOException {
        var metrics = rows.metrics(tier, old(work, tier));
        if (metrics.isEmpty()) {
            return;
        }
        var path =
                files.make(
                        work.tenant().value(),
                        work.prefix(tier),
                        file -> rows.copy(tier, old(work, tier), file),
                        new Steps(observer));
        var content =
                new SealedFile.Content(
                        work.tenant(),
                        work.day() * Part.HOURS_PER_DAY,
                        metrics.getFirst(),
                        metrics.getLast());
        fresh.add(new TierFile(tier, content, path, Files.size(path)));
    }

    private record Steps(SealStep.Observer observer) implements NewFiles.Progress {
        @Override
        public void copied() {
            observer.reached(SealStep.SUMS_COPIED);
        }

        @Override
        public void synced() {
            // Tests kill before and after, which is enough.
        }

        @Override
        public void named() {
            observer.reached(SealStep.SUMS_NAMED);
        }
    }
}
