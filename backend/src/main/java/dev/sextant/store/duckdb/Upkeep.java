// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.duckdb;

import dev.sextant.store.StoreUnavailableException;
import dev.sextant.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jboss.logging.Logger;

/// What the store does to old samples: seals, drops and erases them, one at a time.
final class Upkeep {
    private static final Logger LOG = Logger.getLogger(Upkeep.class);

    private final Sealer.Tools tools;
    private final Sealer sealer;
    private final Duration sealAfter;
    private final Duration longest;
    private final ReentrantLock turn = new ReentrantLock();

    Upkeep(Sealer.Tools tools, Sealer sealer, StoreConfig config) {
        this.tools = tools;
        this.sealer = sealer;
        this.sealAfter = config.sealAfter();
        this.longest = config.retention();
    }

    /// Seals every hour that ended long enough ago and has hot samples. An hour that cannot be sealed does not keep the
    /// others from it.
    void seal(Instant now) {
        long notYet = Part.hourOf(now.minus(sealAfter).toEpochMilli() + 1);
        for (long hour : tools.parts().hotHoursBefore(notYet)) {
            turn.lock();
            try {
                sealer.seal(hour);
            } catch (StoreUnavailableException problem) {
                LOG.error("sealing is tried again in an hour", problem);
            } finally {
                turn.unlock();
            }
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
                var own = retentions.apply(tenant).filter(asked -> asked.compareTo(longest) < 0);
                long border = Part.hourOf(now.minus(own.orElse(longest)).toEpochMilli());
                tools.writer().change(transaction -> transaction.dropBefore(tenant, border));
            }
        } catch (StoreUnavailableException problem) {
            LOG.error("samples past retention stay until the next try in an hour", problem);
        } finally {
            turn.unlock();
        }
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
        turn.lock();
        turn.unlock();
    }
}
