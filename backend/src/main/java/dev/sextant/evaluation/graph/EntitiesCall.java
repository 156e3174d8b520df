// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.graph;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.evaluation.host.ScriptCall;
import dev.sextant.script.HostAnswer;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/// `ctx.entities`: the entities of a set.
@ApplicationScoped
class EntitiesCall implements ScriptCall {
    static final String NEED = "entities:read";

    private final EntitySets sets;

    EntitiesCall(EntitySets sets) {
        this.sets = sets;
    }

    @Override
    public String name() {
        return "entities";
    }

    @Override
    public String need() {
        return NEED;
    }

    @Override
    public HostAnswer answer(TenantId tenant, JsonNode set, Instant now) {
        try {
            var found = sets.find(tenant, set, now);
            return new HostAnswer.Records(found.stream().<JsonNode>map(EntityJson::of).toList());
        } catch (IllegalArgumentException wrong) {
            return new HostAnswer.Refused("invalid-set", String.valueOf(wrong.getMessage()));
        }
    }
}
