// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.evaluation.SlotRecords.Done;
import dev.sextant.rule.Rule;
import dev.sextant.rule.RuleId;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;

/// What is kept of a rule from one slot to the next: what its script remembers, and how it failed.
@ApplicationScoped
class RuleMemory {
    private final RuleStates states;
    private final Breakers breakers;

    RuleMemory(RuleStates states, Breakers breakers) {
        this.states = states;
        this.breakers = breakers;
    }

    JsonNode state(TenantId tenant, RuleId rule) {
        return states.find(tenant, rule);
    }

    Breaker breaker(TenantId tenant, Rule rule) {
        return breakers.find(tenant, rule.id()).orElseGet(() -> Breaker.closed(rule.version()));
    }

    /// Joins the caller's transaction of that tenant.
    void keep(TenantId tenant, Done done) {
        var rule = done.entry().rule();
        var breaker = done.breaker();
        if (done.run().state() != null) {
            states.put(tenant, rule, done.run().state());
        }
        if (breaker != null && breaker.failures() == 0) {
            breakers.delete(tenant, rule);
        } else if (breaker != null) {
            breakers.put(tenant, rule, breaker);
        }
    }

    /// Joins the caller's transaction of that tenant.
    void delete(TenantId tenant, RuleId rule) {
        states.delete(tenant, rule);
        breakers.delete(tenant, rule);
    }
}
