// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query.catalog;

import dev.sextant.catalog.Catalog;
import dev.sextant.query.MetricTypes;
import dev.sextant.telemetry.MetricMetadata.Type;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;

/// The types that the catalogue remembers.
@ApplicationScoped
class CatalogTypes implements MetricTypes {
    private final Catalog catalog;

    CatalogTypes(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public Type typeOf(TenantId tenant, String metric) {
        return catalog.find(tenant, metric)
                .map(known -> known.metadata().type())
                .orElse(Type.UNKNOWN);
    }
}
