// SPDX-License-Identifier: Apache-2.0
package dev.sextant.identity.erasure;

import dev.sextant.identity.Accounts;
import dev.sextant.identity.Callers;
import dev.sextant.identity.Tenants;
import dev.sextant.identity.Tokens;
import dev.sextant.tenant.TenantHoldings;
import dev.sextant.tenant.TenantId;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.ScheduledExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/// Erases tenants. The tenant itself goes last, so that an erasure that could not be finished can be asked for again.
@ApplicationScoped
public class TenantErasure {
    private static final Logger LOG = Logger.getLogger(TenantErasure.class);

    /// No request, scrape or evaluation that began before an erasure runs longer than this.
    private static final Duration LONGEST_WORK = Duration.ofMinutes(1);

    private final Tenants tenants;
    private final Accounts accounts;
    private final Tokens tokens;
    private final Callers callers;
    private final List<TenantHoldings> holdings;
    private final Map<TenantId, Instant> lately = new ConcurrentHashMap<>();

    TenantErasure(
            Tenants tenants,
            Accounts accounts,
            Tokens tokens,
            Callers callers,
            @All List<TenantHoldings> holdings) {
        this.tenants = tenants;
        this.accounts = accounts;
        this.tokens = tokens;
        this.callers = callers;
        this.holdings = holdings;
    }

    /// Leaves nothing of a tenant; false when there is none of that id.
    boolean erase(TenantId tenant, Instant now) {
        if (tenants.find(tenant).isEmpty()) {
            return false;
        }
        tokens.deleteAll(tenant);
        accounts.leaveAll(tenant);
        callers.forgetAll();
        // Twice: what one part had in work when it was asked another may have kept.
        eraseHoldings(tenant);
        eraseHoldings(tenant);
        tenants.delete(tenant);
        lately.put(tenant, now);
        LOG.infof("tenant %s was erased", tenant);
        return true;
    }

    private void eraseHoldings(TenantId tenant) {
        holdings.forEach(holding -> holding.erase(tenant));
    }

    @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void eraseStragglers(ScheduledExecution execution) {
        eraseStragglers(execution.getFireTime());
    }

    /// Takes what came in by work that had begun before the erasure. A tenant that was made anew since then keeps all.
    void eraseStragglers(Instant now) {
        lately.forEach((tenant, at) -> {
            if (!now.isBefore(at.plus(LONGEST_WORK))) {
                if (tenants.find(tenant).isEmpty()) {
                    eraseHoldings(tenant);
                }
                lately.remove(tenant, at);
            }
        });
    }
}
