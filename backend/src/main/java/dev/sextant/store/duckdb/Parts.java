// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.duckdb;

import dev.sextant.store.Tier;
import dev.sextant.store.duckdb.Part.HotTable;
import dev.sextant.store.duckdb.Part.SealedFile;
import dev.sextant.store.duckdb.Part.TierFile;
import dev.sextant.store.duckdb.TieredDays.Asked;
import dev.sextant.store.duckdb.TieredDays.Stretch;
import dev.sextant.tenant.TenantId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/// Which parts there are. Readers see all of a change or nothing of it, and no part goes away while somebody may be
/// reading it: what was replaced or dropped waits until the last view that can hold it is closed.
final class Parts {
    private record Retired(Part part, long version) {}

    private final NavigableMap<Long, List<HotTable>> hot = new TreeMap<>();
    private final Map<TenantId, NavigableMap<Long, List<SealedFile>>> sealed = new HashMap<>();
    private final TieredDays tiers = new TieredDays();
    private final NavigableMap<Long, Integer> views = new TreeMap<>();
    private final List<Retired> retired = new ArrayList<>();
    private long version;

    /// What one reading looks at; parts in order of time. To be closed, once.
    final class View implements AutoCloseable {
        private final long seen;
        private final List<SealedFile> files;
        private final List<HotTable> tables;

        private View(long seen, List<SealedFile> files, List<HotTable> tables) {
            this.seen = seen;
            this.files = files;
            this.tables = tables;
        }

        List<SealedFile> files() {
            return files;
        }

        List<HotTable> tables() {
            return tables;
        }

        boolean isEmpty() {
            return files.isEmpty() && tables.isEmpty();
        }

        @Override
        public void close() {
            leave(seen);
        }
    }

    /// How one reading that may use a tier goes about it. To be closed, once.
    ///
    /// @param stretches in order of time
    /// @param knownUntil up to where samples or rows say everything
    record SummedView(List<Stretch> stretches, long knownUntil, Parts parts, long seen)
            implements AutoCloseable {
        @Override
        public void close() {
            parts.leave(seen);
        }
    }

    synchronized SummedView view(Asked asked) {
        var sealedHours = files(asked.tenant());
        long keptFrom = tiers.keptFrom(asked.tenant());
        views.merge(version, 1, Integer::sum);
        var stretches =
                tiers.stretches(
                        asked,
                        hour ->
                                hour >= keptFrom
                                        && (hot.containsKey(hour)
                                                || (sealedHours.containsKey(hour)
                                                        && !tiers.isSummedUp(
                                                                asked.tenant(), hour))));
        long end = asked.tier().lastEnd(asked.to());
        boolean isTailKnown = end == asked.to() || Part.hourOf(asked.to()) >= keptFrom;
        return new SummedView(stretches, isTailKnown ? asked.to() : end, this, version);
    }

    /// The parts that may hold samples of {@code [from, to]}.
    synchronized View view(TenantId tenant, String metric, long from, long to) {
        return view(tenant, metric, from, to, _ -> false);
    }

    /// The same without those of some hours.
    synchronized View view(
            TenantId tenant, String metric, long from, long to, LongPredicate leftOut) {
        long first = Part.hourOf(from);
        long last = Math.max(first, Part.hourOf(to));
        var tables = hot.subMap(first, true, last, true).values();
        var files = files(tenant).subMap(first, true, last, true).values();
        views.merge(version, 1, Integer::sum);
        return new View(
                version,
                files.stream()
                        .flatMap(List::stream)
                        .filter(file -> file.mayHold(metric) && !leftOut.test(file.hour()))
                        .toList(),
                tables.stream()
                        .flatMap(List::stream)
                        .filter(table -> !leftOut.test(table.hour()))
                        .toList());
    }

    /// Whether there is no part of an hour, of any tenant.
    synchronized boolean hasNothingOf(long hour) {
        return !hot.containsKey(hour)
                && sealed.values().stream().noneMatch(hours -> hours.containsKey(hour));
    }

    /// The hours before the given one that have hot tables, ascending.
    synchronized List<Long> hotHoursBefore(long hour) {
        return List.copyOf(hot.headMap(hour, false).keySet());
    }

    synchronized List<HotTable> hot(long hour) {
        return List.copyOf(hot.getOrDefault(hour, List.of()));
    }

    synchronized List<SealedFile> sealed(TenantId tenant, long hour) {
        return List.copyOf(files(tenant).getOrDefault(hour, List.of()));
    }

    synchronized List<SealedFile> sealedBefore(TenantId tenant, long hour) {
        return files(tenant).headMap(hour, false).values().stream().flatMap(List::stream).toList();
    }

    synchronized Set<TenantId> tenantsWithFiles() {
        var tenants = new LinkedHashSet<>(sealed.keySet());
        tenants.addAll(tiers.tenants());
        return tenants;
    }

    /// The hours of sealed files before the given one, ascending.
    synchronized List<Long> sealedHoursBefore(TenantId tenant, long hour) {
        return List.copyOf(files(tenant).headMap(hour, false).keySet());
    }

    /// Whether the rows of its day speak for an hour, or should not, as its samples are partly dropped.
    synchronized boolean isSummedUp(TenantId tenant, long hour) {
        return hour < tiers.keptFrom(tenant) || tiers.isSummedUp(tenant, hour);
    }

    synchronized void summedUp(TenantId tenant, Collection<Long> hours) {
        tiers.summedUp(tenant, hours);
    }

    synchronized void keptFrom(TenantId tenant, long hour) {
        tiers.keptFrom(tenant, hour);
    }

    synchronized List<TierFile> summed(TenantId tenant, Tier tier, long day) {
        return tiers.of(tenant, tier, day);
    }

    synchronized List<TierFile> summedBefore(TenantId tenant, Tier tier, long day) {
        return tiers.before(tenant, tier, day);
    }

    /// The first hour of which there may be anything of a tenant but hot samples.
    synchronized long oldestSummedHour(TenantId tenant) {
        long day = tiers.oldestDay(tenant);
        return day == Long.MAX_VALUE ? day : day * Part.HOURS_PER_DAY;
    }

    synchronized long bytesOfFiles() {
        return tiers.bytes()
                + sealed.values().stream()
                        .flatMap(hours -> hours.values().stream())
                        .flatMap(List::stream)
                        .mapToLong(SealedFile::bytes)
                        .sum();
    }

    /// The newest time that a sealed file may hold.
    synchronized long endOfFiles() {
        return sealed.values().stream()
                .mapToLong(hours -> (hours.lastKey() + 1) * Part.HOUR_MILLIS)
                .max()
                .orElse(Long.MIN_VALUE);
    }

    synchronized long oldestHotHour() {
        return hot.isEmpty() ? Long.MAX_VALUE : hot.firstKey();
    }

    synchronized void add(Collection<? extends Part> fresh) {
        replace(List.of(), fresh);
    }

    /// In one step for every reader.
    synchronized void replace(Collection<? extends Part> gone, Collection<? extends Part> fresh) {
        if (!gone.isEmpty()) {
            version++;
        }
        for (var part : gone) {
            switch (part) {
                case HotTable table -> remove(hot, table);
                case SealedFile file -> {
                    remove(files(file.tenant()), file);
                    sealed.values().removeIf(Map::isEmpty);
                }
                case TierFile file -> tiers.remove(file);
            }
            retired.add(new Retired(part, version));
        }
        for (var part : fresh) {
            switch (part) {
                case HotTable table -> put(hot, table);
                case SealedFile file -> {
                    put(sealed.computeIfAbsent(file.tenant(), _ -> new TreeMap<>()), file);
                    tiers.changed(file.tenant(), file.hour());
                }
                case TierFile file -> tiers.put(file);
            }
        }
    }

    /// A tenant's files are gone, whoever reads them.
    synchronized void forget(TenantId tenant) {
        sealed.remove(tenant);
        tiers.forget(tenant);
    }

    /// Retired parts that no open view can hold; they are the caller's to delete.
    synchronized List<Part> takeUnwatched() {
        long oldest = views.isEmpty() ? Long.MAX_VALUE : views.firstKey();
        var unwatched = retired.stream().filter(one -> one.version <= oldest).toList();
        retired.removeAll(unwatched);
        return unwatched.stream().map(Retired::part).toList();
    }

    private synchronized void leave(long seen) {
        views.computeIfPresent(seen, (_, readers) -> readers == 1 ? null : readers - 1);
    }

    private NavigableMap<Long, List<SealedFile>> files(TenantId tenant) {
        var files = sealed.get(tenant);
        return files == null ? new TreeMap<>() : files;
    }

    private static <P extends Part> void put(NavigableMap<Long, List<P>> parts, P part) {
        parts.computeIfAbsent(part.hour(), _ -> new ArrayList<>()).add(part);
    }

    private static <P extends Part> void remove(NavigableMap<Long, List<P>> parts, P part) {
        parts.computeIfPresent(part.hour(), (_, left) -> without(left, part));
    }

    private static <P> @Nullable List<P> without(List<P> parts, P part) {
        parts.remove(part);
        return parts.isEmpty() ? null : parts;
    }
}
