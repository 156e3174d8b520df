// SPDX-License-Identifier: Apache-2.0
package dev.sextant.identity.panache;

import dev.sextant.identity.DisplayName;
import dev.sextant.identity.Tenant;
import dev.sextant.identity.Tenants;
import dev.sextant.tenant.PlanName;
import dev.sextant.tenant.TenantId;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/// Tenants in the metadata database.
@ApplicationScoped
@ActivateRequestContext
@Transactional
public class PanacheTenants implements Tenants {

    @Override
    public Optional<Tenant> find(TenantId id) {
        return TenantEntity.<TenantEntity>findByIdOptional(id.value()).map(PanacheTenants::tenant);
    }

    @Override
    public List<Tenant> list() {
        return TenantEntity.<TenantEntity>listAll(Sort.by("id")).stream()
                .map(PanacheTenants::tenant)
                .toList();
    }

    @Override
    public boolean add(Tenant tenant) {
        if (find(tenant.id()).isPresent()) {
            return false;
        }
        var row = new TenantEntity();
        row.id = tenant.id().value();
        row.name = tenant.name().value();
        row.createdAt = tenant.createdAt();
        row.plan = tenant.plan().value();
        row.persist();
        return true;
    }

    @Override
    public boolean assign(TenantId id, PlanName plan) {
        var row = TenantEntity.<TenantEntity>findByIdOptional(id.value());
        row.ifPresent(found -> found.plan = plan.value());
        return row.isPresent();
    }

    @Override
    public void delete(TenantId id) {
        TenantEntity.deleteById(id.value());
    }

    private static Tenant tenant(TenantEntity row) {
        return new Tenant(
                new TenantId(row.id),
                new DisplayName(row.name),
                row.createdAt,
                new PlanName(row.plan));
    }
}
