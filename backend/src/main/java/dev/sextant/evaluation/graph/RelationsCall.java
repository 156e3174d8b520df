// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sextant.entity.Changes;
import dev.sextant.entity.Entity;
import dev.sextant.evaluation.host.ScriptCall;
import dev.sextant.script.HostAnswer;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;

/// Who needs whom, as `algo.causes` walks along it: the relations upstream of an entity, and on whom something was changed lately.
@ApplicationScoped
class RelationsCall implements ScriptCall {
    private static final Duration LATELY = Duration.ofHours(1);

    private final GraphWalk walk;
    private final Changes changes;

    RelationsCall(GraphWalk walk, Changes changes) {
        this.walk = walk;
        this.changes = changes;
    }

    @Override
    public String name() {
        return "relations";
    }

    @Override
    public String need() {
        return EntitiesCall.NEED;
    }

    @Override
    public HostAnswer answer(TenantId tenant, JsonNode asked, Instant now) {
        try {
            var met = walk.along(tenant, asked, now);
            if (met.start().isEmpty()) {
                return new HostAnswer.Refused(
                        "invalid-set",
                        "the entity graph knows nothing of %s: give the symptom as an entity, a row or labels of one"
                                .formatted(asked.path("from")));
            }
            return new HostAnswer.Records(List.of(graph(tenant, met, now)));
        } catch (IllegalArgumentException wrong) {
            return new HostAnswer.Refused("invalid-set", String.valueOf(wrong.getMessage()));
        }
    }

    private JsonNode graph(TenantId tenant, GraphWalk.Met met, Instant now) {
        var known = new HashMap<String, Entity>();
        met.start().forEach(entity -> known.put(entity.id(), entity));
        met.met().forEach(entity -> known.put(entity.id(), entity));
        var json = JsonNodeFactory.instance.objectNode();
        json.set("symptom", labels(met.start().getFirst()));
        var calls = json.putArray("calls");
        for (var link : met.links()) {
            var from = known.get(link.from());
            var to = known.get(link.to());
            if (from != null && to != null) {
                var call = calls.addObject();
                call.set("from", labels(from));
                call.set("to", labels(to));
            }
        }
        var changed = json.putArray("changed");
        changes.changed(tenant, new Changes.Stretch(now.minus(LATELY), now)).stream()
                .sorted()
                .map(known::get)
                .filter(Objects::nonNull)
                .forEach(entity -> changed.add(labels(entity)));
        return json;
    }

    private static JsonNode labels(Entity entity) {
        return EntityJson.labels(entity.key().labels());
    }
}
