// SPDX-License-Identifier: Apache-2.0
package dev.sextant.entity.panache;

import dev.sextant.tenant.TenantId;
import dev.sextant.tenant.TenantTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.function.Supplier;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.LockAcquisitionException;
import org.jboss.logging.Logger;

/// Writing that several may do at once: unique keys let one of them through, the others look again at what is there.
@ApplicationScoped
class Contended {
    private static final Logger LOG = Logger.getLogger(Contended.class);
    private static final int MOST_TRIES = 5;

    private final TenantTransactions transactions;
    private final EntityManager session;

    Contended(TenantTransactions transactions, EntityManager session) {
        this.transactions = transactions;
        this.session = session;
    }

    <T> T read(TenantId tenant, Supplier<T> work) {
        return transactions.call(tenant, work);
    }

    /// Runs the work in a transaction of its own, and again when another one was faster.
    <T> T write(TenantId tenant, Supplier<T> work) {
        for (int tries = 1; ; tries++) {
            try {
                return transactions.call(
                        tenant,
                        () -> {
                            var result = work.get();
                            session.flush();
                            return result;
                        });
            } catch (ConstraintViolationException | LockAcquisitionException taken) {
                if (tries == MOST_TRIES) {
                    throw taken;
                }
                LOG.debugf("another import of %s was faster: %s", tenant, taken.getMessage());
            }
        }
    }
}
