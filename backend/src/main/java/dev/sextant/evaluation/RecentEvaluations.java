// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation;

import dev.sextant.tenant.TenantHoldings;
import dev.sextant.tenant.TenantId;
import dev.sextant.tenant.UsageSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The evaluations of the last minute, per tenant, for the overview: how many, how many failed, how late they began.
@ApplicationScoped
public class RecentEvaluations implements UsageSource, TenantHoldings {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST = 100_000;

    private final Map<TenantId, Deque<Recent>> byTenant = new ConcurrentHashMap<>();

    private record Recent(Instant at, long lagMillis, boolean failed) {}

    void add(TenantId tenant, LedgerEntry entry, Duration lag) {
        var recent = byTenant.computeIfAbsent(tenant, _ -> new ArrayDeque<>());
        synchronized (recent) {
            forget(recent, entry.startedAt());
            if (recent.size() < MOST) {
                recent.addLast(
                        new Recent(
                                entry.startedAt(),
                                lag.toMillis(),
                                entry.outcome() != Outcome.COMPLETED));
            }
        }
    }

    @Override
    public Map<String, Object> usage(TenantId tenant, Instant now) {
        var recent = byTenant.computeIfAbsent(tenant, _ -> new ArrayDeque<>());
        synchronized (recent) {
            forget(recent, now);
            var lags = recent.stream().mapToLong(Recent::lagMillis).sorted().toArray();
            var p99 = lags.length == 0 ? 0 : lags[(int) Math.ceil(lags.length * 0.99) - 1];
            return Map.of(
                    "evaluations",
                    Map.of(
                            "lastMinute", recent.size(),
                            "failedLastMinute", recent.stream().filter(Recent::failed).count(),
                            "lagP99Millis", p99));
        }
    }

    @Override
    public void erase(TenantId tenant) {
        byTenant.remove(tenant);
    }

    private static void forget(Deque<Recent> recent, Instant now) {
        var oldest = now.minus(WINDOW);
        while (!recent.isEmpty() && recent.getFirst().at().isBefore(oldest)) {
            recent.removeFirst();
        }
    }
}
