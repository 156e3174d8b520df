// SPDX-License-Identifier: Apache-2.0
package dev.sextant.rule;

import dev.sextant.tenant.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// Rules without a database.
public final class InMemoryRules implements Rules {
    private final Map<TenantId, TreeMap<String, List<Rule>>> byTenant = new ConcurrentHashMap<>();

    @Override
    public Set<TenantId> tenantsWithEnabledRules() {
        return byTenant.keySet().stream()
                .filter(tenant -> !listEnabled(tenant).isEmpty())
                .collect(Collectors.toSet());
    }

    @Override
    public Optional<Rule> find(TenantId tenant, RuleId id) {
        return Optional.ofNullable(of(tenant).get(id.value())).map(List::getLast);
    }

    @Override
    public List<Rule> list(TenantId tenant) {
        return of(tenant).values().stream().map(List::getLast).toList();
    }

    @Override
    public List<Rule> listEnabled(TenantId tenant) {
        return list(tenant).stream().filter(Rule::enabled).toList();
    }

    @Override
    public List<RuleVersion> versions(TenantId tenant, RuleId id) {
        return of(tenant).getOrDefault(id.value(), List.of()).reversed().stream()
                .map(RuleVersion::of)
                .toList();
    }

    @Override
    public boolean create(TenantId tenant, Rule rule) {
        return of(tenant).putIfAbsent(rule.id().value(), new ArrayList<>(List.of(rule))) == null;
    }

    @Override
    public boolean replace(TenantId tenant, Rule rule) {
        var versions = of(tenant).get(rule.id().value());
        if (versions == null || versions.getLast().version() != rule.version() - 1) {
            return false;
        }
        return versions.add(rule);
    }

    @Override
    public boolean delete(TenantId tenant, RuleId id) {
        return of(tenant).remove(id.value()) != null;
    }

    private Map<String, List<Rule>> of(TenantId tenant) {
        return byTenant.computeIfAbsent(tenant, _ -> new TreeMap<>());
    }
}
