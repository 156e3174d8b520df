// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.graph;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.entity.Entity;
import dev.sextant.telemetry.Labels;

/// Entities and labels as scripts get them.
final class EntityJson {
    private EntityJson() {}

    static ObjectNode of(Entity entity) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("id", entity.id());
        json.put("type", entity.key().type());
        json.put("name", entity.facts().name());
        json.set("labels", labels(entity.key().labels()));
        entity.facts().tags().forEach(json.putArray("tags")::add);
        entity.facts().owners().forEach(json.putArray("owners")::add);
        return json;
    }

    static ObjectNode labels(Labels labels) {
        var json = JsonNodeFactory.instance.objectNode();
        labels.asMap().forEach(json::put);
        return json;
    }
}
