// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest;

import dev.sextant.tenant.TenantHoldings;
import dev.sextant.tenant.TenantId;
import dev.sextant.tenant.UsageSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// How many samples per second a tenant had stored over the last minute, for the overview.
@ApplicationScoped
public class RecentSamples implements UsageSource, TenantHoldings {
    private final Map<TenantId, Minute> byTenant = new ConcurrentHashMap<>();

    void add(TenantId tenant, long samples, Instant now) {
        byTenant.computeIfAbsent(tenant, _ -> new Minute(now.getEpochSecond()))
                .add(now.getEpochSecond(), samples);
    }

    @Override
    public Map<String, Object> usage(TenantId tenant, Instant now) {
        var minute = byTenant.get(tenant);
        return Map.of(
                "samplesPerSecond", minute == null ? 0.0 : minute.perSecond(now.getEpochSecond()));
    }

    @Override
    public void erase(TenantId tenant) {
        byTenant.remove(tenant);
    }

    /// One count per second, each cell knowing which second it stands for.
    private static final class Minute {
        private static final int SECONDS = 60;

        private final long[] seconds = new long[SECONDS];
        private final long[] counts = new long[SECONDS];
        private final long first;

        Minute(long first) {
            this.first = first;
        }

        synchronized void add(long second, long samples) {
            int cell = Math.floorMod(second, SECONDS);
            if (seconds[cell] != second) {
                seconds[cell] = second;
                counts[cell] = 0;
            }
            counts[cell] += samples;
        }

        /// Over the whole minute, or since the first sample ever if that is less.
        synchronized double perSecond(long now) {
            long samples = 0;
            for (int cell = 0; cell < SECONDS; cell++) {
                if (seconds[cell] > now - SECONDS && seconds[cell] <= now) {
                    samples += counts[cell];
                }
            }
            return (double) samples / Math.clamp(now - first + 1, 1, SECONDS);
        }
    }
}
