// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.duckdb;

import dev.sextant.store.Tier;
import dev.sextant.store.duckdb.Part.TierFile;
import dev.sextant.tenant.TenantId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/// Which days are summed up, and which of their hours the rows still speak for. A day's rows speak for an hour from the
/// day's summing up until its samples change; they speak for it for good once its samples are dropped. Guarded by whoever
/// owns it.
final class TieredDays {
    private final Map<TenantId, Days> tenants = new HashMap<>();

    /// A part of a range, `(from, to]` in epoch milliseconds, that is read in one way.
    sealed interface Stretch {
        long from();

        long to();

        /// Point by point.
        record Raw(long from, long to) implements Stretch {}

        /// From the rows of a tier.
        record Summed(Tier tier, long from, long to, List<TierFile> files) implements Stretch {
            long millis() {
                return tier.millis();
            }
        }
    }

    /// @param from epoch milliseconds, as `to`; a multiple of the tier's length
    record Asked(TenantId tenant, String metric, Tier tier, long from, long to) {}

    private static final class Days {
        private final Map<Tier, NavigableMap<Long, List<TierFile>>> files =
                new EnumMap<>(Tier.class);
        private final Set<Long> summedUp = new TreeSet<>();
        private long keptFrom = Long.MIN_VALUE;
    }

    void put(TierFile file) {
        days(file.tenant())
                .files
                .computeIfAbsent(file.tier(), _ -> new TreeMap<>())
                .computeIfAbsent(file.day(), _ -> new ArrayList<>())
                .add(file);
    }

    void remove(TierFile file) {
        files(file.tenant(), file.tier())
                .computeIfPresent(file.day(), (_, files) -> without(files, file));
    }

    private static @Nullable List<TierFile> without(List<TierFile> files, TierFile gone) {
        files.remove(gone);
        return files.isEmpty() ? null : files;
    }

    void summedUp(TenantId tenant, Collection<Long> hours) {
        days(tenant).summedUp.addAll(hours);
    }

    /// The samples of an hour are others now.
    void changed(TenantId tenant, long hour) {
        if (tenants.containsKey(tenant)) {
            days(tenant).summedUp.remove(hour);
        }
    }

    /// The samples of all hours before this one are dropped.
    void keptFrom(TenantId tenant, long hour) {
        var days = days(tenant);
        days.keptFrom = Math.max(days.keptFrom, hour);
        days.summedUp.removeIf(before -> before < hour);
    }

    long keptFrom(TenantId tenant) {
        return tenants.containsKey(tenant) ? days(tenant).keptFrom : Long.MIN_VALUE;
    }

    boolean isSummedUp(TenantId tenant, long hour) {
        return tenants.containsKey(tenant) && days(tenant).summedUp.contains(hour);
    }

    List<TierFile> of(TenantId tenant, Tier tier, long day) {
        return List.copyOf(files(tenant, tier).getOrDefault(day, List.of()));
    }

    List<TierFile> before(TenantId tenant, Tier tier, long day) {
        return files(tenant, tier).headMap(day, false).values().stream()
                .flatMap(List::stream)
                .toList();
    }

    /// The first day that has rows of any tier.
    long oldestDay(TenantId tenant) {
        return tenants.containsKey(tenant)
                ? days(tenant).files.values().stream()
                        .filter(days -> !days.isEmpty())
                        .mapToLong(NavigableMap::firstKey)
                        .min()
                        .orElse(Long.MAX_VALUE)
                : Long.MAX_VALUE;
    }

    List<TenantId> tenants() {
        return List.copyOf(tenants.keySet());
    }

    long bytes() {
        return tenants.values().stream()
                .flatMap(days -> days.files.values().stream())
                .flatMap(days -> days.values().stream())
                .flatMap(List::stream)
                .mapToLong(TierFile::bytes)
                .sum();
    }

    void forget(TenantId tenant) {
        tenants.remove(tenant);
    }

    /// How `(from, to]` is read, in order of time.
    ///
    /// @param isChanged whether samples of an hour lie where no row speaks for them
    List<Stretch> stretches(Asked asked, LongPredicate isChanged) {
        var stretches = new ArrayList<Stretch>();
        long end = asked.tier().lastEnd(asked.to());
        long placed = asked.from();
        var days = files(asked.tenant(), asked.tier());
        long firstDay = Part.dayOf(Part.hourOf(asked.from() + 1));
        long lastDay = Math.max(firstDay, Part.dayOf(Part.hourOf(end)));
        for (var day : days.subMap(firstDay, true, lastDay, true).entrySet()) {
            var files =
                    day.getValue().stream().filter(file -> file.mayHold(asked.metric())).toList();
            long first = day.getKey() * Part.HOURS_PER_DAY;
            for (long hour = first; hour < first + Part.HOURS_PER_DAY; hour++) {
                long start = Math.max(asked.from(), hour * Part.HOUR_MILLIS);
                long stop = Math.min(end, (hour + 1) * Part.HOUR_MILLIS);
                if (start < stop && !isChanged.test(hour)) {
                    placed =
                            place(
                                    stretches,
                                    placed,
                                    new Stretch.Summed(asked.tier(), start, stop, files));
                }
            }
        }
        if (placed < asked.to()) {
            stretches.add(new Stretch.Raw(placed, asked.to()));
        }
        return stretches;
    }

    private static long place(List<Stretch> stretches, long placed, Stretch.Summed next) {
        if (placed < next.from()) {
            stretches.add(new Stretch.Raw(placed, next.from()));
        }
        if (!stretches.isEmpty()
                && stretches.getLast()
                        instanceof Stretch.Summed(var tier, var from, var to, var files)
                && to == next.from()) {
            var all = new ArrayList<>(files);
            next.files().stream().filter(file -> !files.contains(file)).forEach(all::add);
            stretches.set(stretches.size() - 1, new Stretch.Summed(tier, from, next.to(), all));
        } else {
            stretches.add(next);
        }
        return next.to();
    }

    private Days days(TenantId tenant) {
        return tenants.computeIfAbsent(tenant, _ -> new Days());
    }

    private NavigableMap<Long, List<TierFile>> files(TenantId tenant, Tier tier) {
        var days = tenants.get(tenant);
        return days == null
                ? new TreeMap<>()
                : days.files.computeIfAbsent(tier, _ -> new TreeMap<>());
    }
}
