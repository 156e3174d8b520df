// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation;

import dev.sextant.rule.RuleId;
import dev.sextant.tenant.TenantId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Breakers without a database.
public final class InMemoryBreakers implements Breakers {
    private final Map<TenantId, Map<RuleId, Breaker>> breakers = new ConcurrentHashMap<>();

    @Override
    public Optional<Breaker> find(TenantId tenant, RuleId rule) {
        return Optional.ofNullable(of(tenant).get(rule));
    }

    @Override
    public Map<RuleId, Breaker> list(TenantId tenant) {
        return Map.copyOf(of(tenant));
    }

    @Override
    public void put(TenantId tenant, RuleId rule, Breaker breaker) {
        of(tenant).put(rule, breaker);
    }

    @Override
    public void delete(TenantId tenant, RuleId rule) {
        of(tenant).remove(rule);
    }

    private Map<RuleId, Breaker> of(TenantId tenant) {
        return breakers.computeIfAbsent(tenant, _ -> new ConcurrentHashMap<>());
    }
}
