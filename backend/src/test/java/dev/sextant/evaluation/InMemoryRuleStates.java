// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sextant.rule.RuleId;
import dev.sextant.tenant.TenantId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What rules remember, without a database.
public final class InMemoryRuleStates implements RuleStates {
    private record Key(TenantId tenant, RuleId rule) {}

    private final Map<Key, JsonNode> states = new ConcurrentHashMap<>();

    @Override
    public JsonNode find(TenantId tenant, RuleId rule) {
        return states.getOrDefault(new Key(tenant, rule), JsonNodeFactory.instance.objectNode());
    }

    @Override
    public void put(TenantId tenant, RuleId rule, JsonNode state) {
        states.put(new Key(tenant, rule), state);
    }

    @Override
    public void delete(TenantId tenant, RuleId rule) {
        states.remove(new Key(tenant, rule));
    }
}
