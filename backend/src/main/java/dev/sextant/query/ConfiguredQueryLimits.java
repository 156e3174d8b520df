// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query;

import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;

/// The limits of the configuration, with what differs for the tenant.
@ApplicationScoped
class ConfiguredQueryLimits implements TenantQueryLimits {
    private static final int HEAP_SHARE = 4;

    private final QueryConfig config;

    ConfiguredQueryLimits(QueryConfig config) {
        this.config = config;
    }

    @Override
    public QueryLimits find(TenantId tenant) {
        var own = config.tenants().get(tenant.value());
        if (own == null) {
            return new QueryLimits(
                    config.points(),
                    config.series(),
                    bounded(config.memory().asLongValue()),
                    config.time());
        }
        return new QueryLimits(
                own.points().orElse(config.points()),
                own.series().orElse(config.series()),
                bounded(own.memory().orElse(config.memory()).asLongValue()),
                own.time().orElse(config.time()));
    }

    private static long bounded(long bytes) {
        return Math.min(bytes, Runtime.getRuntime().maxMemory() / HEAP_SHARE);
    }
}
