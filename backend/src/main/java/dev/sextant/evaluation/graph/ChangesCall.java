// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sextant.entity.Change;
import dev.sextant.entity.Changes;
import dev.sextant.entity.Entity;
import dev.sextant.evaluation.host.ScriptCall;
import dev.sextant.script.HostAnswer;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/// `ctx.changes`: what was changed on the entities of a set, the newest first.
@ApplicationScoped
class ChangesCall implements ScriptCall {
    private static final int MOST = 1_000;

    private final EntitySets sets;
    private final Changes changes;

    ChangesCall(EntitySets sets, Changes changes) {
        this.sets = sets;
        this.changes = changes;
    }

    @Override
    public String name() {
        return "changes";
    }

    @Override
    public String need() {
        return EntitiesCall.NEED;
    }

    @Override
    public HostAnswer answer(TenantId tenant, JsonNode arguments, Instant now) {
        try {
            var length = SetJson.duration(arguments.path("last"));
            var entities =
                    sets.find(tenant, arguments.path("set"), now).stream()
                            .collect(Collectors.toMap(Entity::id, Function.identity()));
            if (entities.isEmpty()) {
                return new HostAnswer.Records(List.of());
            }
            var stretch = new Changes.Stretch(now.minus(length), now);
            var found = changes.list(tenant, new Changes.Filter(entities.keySet(), stretch, MOST));
            return new HostAnswer.Records(
                    found.stream()
                            .map(change ->
                                    json(
                                            change,
                                            Objects.requireNonNull(entities.get(change.entity()))))
                            .toList());
        } catch (IllegalArgumentException wrong) {
            return new HostAnswer.Refused("invalid-set", String.valueOf(wrong.getMessage()));
        }
    }

    private static JsonNode json(Change change, Entity entity) {
        var json = JsonNodeFactory.instance.objectNode();
        json.set("entity", EntityJson.of(entity));
        json.put("time", change.at().toEpochMilli());
        json.put("kind", change.kind());
        json.put("text", change.text());
        return json;
    }
}
