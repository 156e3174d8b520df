// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.duckdb;

import dev.sextant.store.StoreUnavailableException;
import dev.sextant.store.Tier;
import dev.sextant.store.duckdb.WriteTransaction.Borders;
import dev.sextant.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// What the store does to old samples: seals, drops and erases them, one at a time.
final class Upkeep {
    private static final Logger LOG = Logger.getLogger(Upkeep.class);
    private static final int MANY_HOURS = 4;

    private final Sealer.Tools tools;
    private final Sealer sealer;
    private final TierMaker sums;
    private final Duration sealAfter;
    private final Duration longest;
    private final Map<Tier, Duration> sumsKept = new EnumMap<>(Tier.class);
    private final ReentrantLock turn = new ReentrantLock();
    private @Nullable Map<Long, Long> lastGrowth;

    Upkeep(Sealer.Tools tools, Sealer sealer, TierMaker sums, StoreConfig config) {
        this.tools = tools;
        this.sealer = sealer;
        this.sealAfter = config.sealAfter();
        this.longest = config.retention();
        this.sums = sums;
        sumsKept.put(Tier.FIVE_MINUTES, config.retention5m());
        sumsKept.put(Tier.HOUR, config.retention1h());
    }

    /// Seals every hour that ended long enough ago and has hot samples. An hour that cannot be sealed does not keep the
    /// others from it.
    void seal(Instant now) {
        long notYet = Part.hourOf(now.minus(sealAfter).toEpochMilli() + 1);
        tools.parts().hotHoursBefore(notYet).forEach(this::seal);
    }

    /// Seals hours that ended long enough ago and that nothing was written to since the last call, if they are many: an
    /// import of old samples leaves a table for each hour, and who reads them reads one after the other. One thread calls it.
    void sealBacklog(Instant now) {
        long notYet = Part.hourOf(now.minus(sealAfter).toEpochMilli() + 1);
        var before = lastGrowth;
        var growth = tools.writer().change(WriteTransaction::growth);
        lastGrowth = growth;
        if (before == null) {
            return;
        }
        var quiet =
                tools.parts().hotHoursBefore(notYet).stream()
                        .filter(hour ->
                                growth.getOrDefault(hour, 0L).equals(before.getOrDefault(hour, 0L)))
                        .toList();
        if (quiet.size() >= MANY_HOURS) {
            quiet.forEach(this::seal);
        }
    }

    private void seal(long hour) {
        turn.lock();
        try {
            sealer.seal(hour);
        } catch (StoreUnavailableException problem) {
            LOG.error("sealing is tried again in an hour", problem);
        } finally {
            turn.unlock();
        }
    }

    /// Sums up every day that is over and sealed, as far as that is kept. A day that cannot be summed up does not keep the
    /// others from it.
    void sumUp(Instant now, Function<TenantId, Optional<Duration>> retentions) {
        long notYet = Part.hourOf(now.minus(sealAfter).toEpochMilli() + 1);
        for (var tenant : tools.parts().tenantsWithFiles()) {
            var days = new TreeSet<Long>();
            long today = Part.dayOf(notYet);
            tools.parts()
                    .sealedHoursBefore(tenant, today * Part.HOURS_PER_DAY)
                    .forEach(hour -> days.add(Part.dayOf(hour)));
            var borders = borders(tenant, now, retentions);
            for (long day : days) {
                sumUp(tenant, day, borders.tiers());
            }
        }
    }

    private void sumUp(TenantId tenant, long day, Map<Tier, Long> borders) {
        var wanted =
                borders.entrySet().stream()
                        .filter(border -> Part.dayOf(border.getValue()) <= day)
                        .map(Map.Entry::getKey)
                        .toList();
        turn.lock();
        try {
            sums.sumUp(tenant, day, wanted);
        } catch (StoreUnavailableException problem) {
            LOG.error("summing up is tried again in an hour", problem);
        } finally {
            turn.unlock();
        }
    }

    /// Drops files that are past their tenant's retention, and series that have no newer samples.
    void retain(Instant now, Function<TenantId, Optional<Duration>> retentions) {
        turn.lock();
        try {
            tools.writer().change(WriteTransaction::saveLastHours);
            var tenants = new LinkedHashSet<>(tools.index().tenants());
            tenants.addAll(tools.parts().tenantsWithFiles());
            for (var tenant : tenants) {
                var borders = borders(tenant, now, retentions);
                tools.writer().change(transaction -> transaction.drop(tenant, borders));
            }
        } catch (StoreUnavailableException problem) {
            LOG.error("samples past retention stay until the next try in an hour", problem);
        } finally {
            turn.unlock();
        }
    }

    /// A tenant that wants its samples kept for less time wants everything gone by then. Otherwise samples wait for the
    /// summing up of their day.
    private Borders borders(
            TenantId tenant, Instant now, Function<TenantId, Optional<Duration>> retentions) {
        var own = retentions.apply(tenant).filter(asked -> asked.compareTo(longest) < 0);
        long samples = Part.hourOf(now.minus(own.orElse(longest)).toEpochMilli());
        var tiers = new EnumMap<Tier, Long>(Tier.class);
        sumsKept.forEach((tier, kept) -> {
            var length = own.filter(asked -> asked.compareTo(kept) < 0).orElse(kept);
            tiers.put(tier, Part.hourOf(now.minus(length).toEpochMilli()));
        });
        return new Borders(own.isPresent() ? samples : waiting(tenant, samples, tiers), tiers);
    }

    private long waiting(TenantId tenant, long samples, Map<Tier, Long> tiers) {
        return tools.parts().sealedHoursBefore(tenant, samples).stream()
                .filter(hour -> tiers.values().stream().anyMatch(border -> border <= hour))
                .filter(hour -> !tools.parts().isSummedUp(tenant, hour))
                .findFirst()
                .orElse(samples);
    }

    void erase(TenantId tenant) {
        turn.lock();
        try {
            tools.writer().change(transaction -> transaction.erase(tenant));
        } catch (StoreUnavailableException problem) {
            throw new StoreUnavailableException(
                    "the data of tenant %s could not be erased (%s); erase it again later"
                            .formatted(tenant.value(), problem.getMessage()),
                    problem);
        } finally {
            turn.unlock();
        }
    }

    /// Ends what can be ended early and waits for the rest.
    void stop() {
        sealer.stop();
        sums.stop();
        turn.lock();
        turn.unlock();
    }
}
