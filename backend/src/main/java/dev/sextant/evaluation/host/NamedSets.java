// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.script.HostAnswer;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Plans that speak of sets of entities: each set in them is asked for once, and its labels are put in its place. So is the graph
/// that an algorithm walks along.
final class NamedSets {
    private static final String ENTITIES = "entities";
    private static final String RELATIONS = "relations";
    private static final String GRAPH = "graph";
    private static final int DEEPEST = 64;

    /// What came of it.
    sealed interface Named {}

    /// A plan that speaks of rows only.
    record Plan(JsonNode plan) implements Named {}

    /// A set that is not to be had.
    record Unnamed(HostAnswer.Refused refused) implements Named {}

    /// @param ask how a call by name is answered
    Named named(JsonNode plan, BiFunction<String, JsonNode, HostAnswer> ask) {
        var naming = new Naming(ask);
        var named = naming.of(plan, 0);
        return naming.refused == null ? new Plan(named) : new Unnamed(naming.refused);
    }

    private static final class Naming {
        private final BiFunction<String, JsonNode, HostAnswer> ask;
        private final Map<JsonNode, JsonNode> known = new HashMap<>();
        private HostAnswer.@Nullable Refused refused;

        Naming(BiFunction<String, JsonNode, HostAnswer> ask) {
            this.ask = ask;
        }

        // What is nested deeper is refused by the parser of plans.
        private JsonNode of(JsonNode node, int depth) {
            if (refused != null || depth > DEEPEST || !node.isObject()) {
                return node;
            }
            if (node.path("op").asText().equals(ENTITIES)) {
                return known.computeIfAbsent(node, this::rows);
            }
            var named = JsonNodeFactory.instance.objectNode();
            for (var field : node.properties()) {
                var value = field.getValue();
                named.set(
                        field.getKey(),
                        switch (field.getKey()) {
                            case "input", "left", "right", "part", "whole", "other", "of" ->
                                    of(value, depth + 1);
                            case "frames" -> frames(value, depth + 1);
                            case "inputs" -> inputs(value, depth + 1);
                            case "options" -> options(value);
                            // Elsewhere the same words are names of labels.
                            default -> value;
                        });
            }
            return named;
        }

        private JsonNode frames(JsonNode frames, int depth) {
            var named = JsonNodeFactory.instance.objectNode();
            for (var frame : frames.properties()) {
                named.set(frame.getKey(), of(frame.getValue(), depth));
            }
            return frames.isObject() ? named : frames;
        }

        private JsonNode inputs(JsonNode inputs, int depth) {
            if (!inputs.isArray()) {
                return inputs;
            }
            var named = JsonNodeFactory.instance.arrayNode();
            inputs.forEach(input -> named.add(of(input, depth)));
            return named;
        }

        /// The graph along which an algorithm walks, and the entity where it begins.
        private JsonNode options(JsonNode options) {
            var graph = options.path(GRAPH);
            if (!graph.path("op").asText().equals(RELATIONS)) {
                return options;
            }
            var named = JsonNodeFactory.instance.objectNode();
            options.properties().forEach(option -> named.set(option.getKey(), option.getValue()));
            switch (ask.apply(RELATIONS, graph)) {
                case HostAnswer.Refused no -> refused = no;
                case HostAnswer.Records(var items) -> {
                    var found = items.getFirst();
                    named.set("symptom", found.path("symptom"));
                    named.putObject(GRAPH)
                            .<ObjectNode>set("calls", found.path("calls"))
                            .set("changed", found.path("changed"));
                }
                case HostAnswer.Rows _ ->
                        throw new IllegalStateException("relations are no series");
            }
            return named;
        }

        private ObjectNode rows(JsonNode set) {
            var rows = JsonNodeFactory.instance.arrayNode();
            switch (ask.apply(ENTITIES, set)) {
                case HostAnswer.Refused no -> refused = no;
                case HostAnswer.Records(var items) -> items.forEach(item -> add(item, rows));
                case HostAnswer.Rows _ -> throw new IllegalStateException("entities are no series");
            }
            return JsonNodeFactory.instance.objectNode().put("op", "given").set("rows", rows);
        }

        private static void add(JsonNode item, ArrayNode rows) {
            rows.add(item.path("labels"));
        }
    }
}
