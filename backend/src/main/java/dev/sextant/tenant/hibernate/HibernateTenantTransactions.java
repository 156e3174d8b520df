// SPDX-License-Identifier: Apache-2.0
package dev.sextant.tenant.hibernate;

import dev.sextant.tenant.TenantId;
import dev.sextant.tenant.TenantTransactions;
import io.quarkus.arc.Arc;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.hibernate.orm.runtime.tenant.TenantResolver;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Default;
import jakarta.transaction.Status;
import java.util.function.Supplier;

/// Runs work in a transaction whose Hibernate session belongs to one tenant: every entity with a tenant column is
/// stamped with and filtered by that tenant. Outside of [#call] a session belongs to nobody and sees only what has no
/// tenant column.
@ApplicationScoped
@Default
@PersistenceUnitExtension
public class HibernateTenantTransactions implements TenantTransactions, TenantResolver {
    /// Never a valid [TenantId], so no row can belong to it.
    private static final String NOBODY = "-";

    // The session asks for its tenant when it opens, which is inside the transaction and on the
    // same thread.
    private static final ScopedValue<TenantId> BOUND = ScopedValue.newInstance();

    @Override
    public <T> T call(TenantId tenant, Supplier<T> work) {
        if (BOUND.isBound()) {
            return join(tenant, work);
        }
        if (QuarkusTransaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
            throw new IllegalStateException(
                    "work for tenant %s began inside a transaction that has no tenant"
                            .formatted(tenant));
        }
        return ScopedValue.where(BOUND, tenant).call(() -> inRequestContext(work));
    }

    private static <T> T join(TenantId tenant, Supplier<T> work) {
        if (!BOUND.get().equals(tenant)) {
            throw new IllegalStateException(
                    "work for tenant %s began inside a transaction of tenant %s"
                            .formatted(tenant, BOUND.get()));
        }
        return work.get();
    }

    // Hibernate asks for the tenant only while a request context is active; background work has
    // none of its own.
    private static <T> T inRequestContext(Supplier<T> work) {
        var context = Arc.container().requestContext();
        if (context.isActive()) {
            return QuarkusTransaction.requiringNew().call(work::get);
        }
        context.activate();
        try {
            return QuarkusTransaction.requiringNew().call(work::get);
        } finally {
            context.terminate();
        }
    }

    @Override
    public String getDefaultTenantId() {
        return NOBODY;
    }

    @Override
    public String resolveTenantId() {
        return BOUND.isBound() ? BOUND.get().value() : NOBODY;
    }
}
