// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query;

import dev.sextant.tenant.Limit;
import dev.sextant.tenant.LimitSource;
import dev.sextant.tenant.PlanConfig;
import dev.sextant.tenant.PlanConfig.Plan.Query;
import dev.sextant.tenant.Plans;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The limits of the configuration: what is set for the tenant, else for its plan, else for all.
@ApplicationScoped
class ConfiguredQueryLimits implements TenantQueryLimits, LimitSource {
    private static final int HEAP_SHARE = 4;

    private final QueryConfig config;
    private final Plans plans;

    ConfiguredQueryLimits(QueryConfig config, Plans plans) {
        this.config = config;
        this.plans = plans;
    }

    @Override
    public QueryLimits find(TenantId tenant) {
        var own =
                new Own(
                        Optional.ofNullable(config.tenants().get(tenant.value())),
                        plans.find(tenant).map(PlanConfig.Plan::query));
        return new QueryLimits(
                own.first(Query::points, config.points()),
                own.first(Query::series, config.series()),
                bounded(own.first(Query::memory, config.memory()).asLongValue()),
                own.first(Query::time, config.time()));
    }

    /// Under the names by which scripts meet them.
    @Override
    public List<Limit> limits(TenantId tenant) {
        var limits = find(tenant);
        return List.of(
                Limit.each("queryPoints", limits.points(), ""),
                Limit.each("querySeries", limits.series(), ""),
                Limit.each("queryBytes", limits.bytes(), "bytes"),
                Limit.each("queryTime", limits.time().toMillis(), "ms"));
    }

    private static long bounded(long bytes) {
        return Math.min(bytes, Runtime.getRuntime().maxMemory() / HEAP_SHARE);
    }

    private record Own(Optional<Query> tenant, Optional<Query> plan) {
        <T> T first(Function<Query, Optional<T>> field, T ofAll) {
            return tenant.flatMap(field).or(() -> plan.flatMap(field)).orElse(ofAll);
        }
    }
}
