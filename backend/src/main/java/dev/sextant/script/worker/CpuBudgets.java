// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.worker;

import dev.sextant.script.LimitUse;
import dev.sextant.telemetry.Durations;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How much CPU time the scripts of each tenant may use: a budget for each minute, that comes back evenly. A tenant that
/// has used up its own waits; no other one notices.
@ApplicationScoped
class CpuBudgets {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Function<TenantId, Duration> perMinute;
    private final Map<TenantId, Level> levels = new ConcurrentHashMap<>();

    @Inject
    CpuBudgets(ConfiguredScriptLimits limits) {
        this(limits::cpuPerMinute);
    }

    CpuBudgets(Function<TenantId, Duration> perMinute) {
        this.perMinute = perMinute;
    }

    /// @param used CPU nanoseconds that have not come back yet
    private record Level(double used, long atNanos) {}

    void spend(TenantId tenant, Duration cpu) {
        long now = System.nanoTime();
        var budget = perMinute.apply(tenant);
        levels.compute(
                tenant,
                (_, level) -> new Level(remaining(level, budget, now) + cpu.toNanos(), now));
    }

    /// What the tenant has used of its minute.
    LimitUse use(TenantId tenant) {
        var budget = perMinute.apply(tenant);
        double used = remaining(levels.get(tenant), budget, System.nanoTime());
        return new LimitUse("tenantCpu", (long) (used / 1_000_000), budget.toMillis(), "ms");
    }

    /// What the tenant has used when it has to wait; null when it has not.
    @Nullable LimitUse exhausted(TenantId tenant) {
        var use = use(tenant);
        return use.used() < use.allowed() ? null : use;
    }

    /// Why a tenant waits, in words for it.
    static String message(LimitUse exhausted) {
        return "limit tenantCpu: the scripts of this tenant used %s of CPU time; %s a minute are allowed"
                .formatted(
                        Durations.format(Duration.ofMillis(exhausted.used())),
                        Durations.format(Duration.ofMillis(exhausted.allowed())));
    }

    private static double remaining(@Nullable Level level, Duration budget, long now) {
        if (level == null) {
            return 0;
        }
        double back = (now - level.atNanos()) * (budget.toNanos() / (double) MINUTE.toNanos());
        return Math.max(0, level.used() - back);
    }
}
