// SPDX-License-Identifier: Apache-2.0
package dev.sextant.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

/// Holds parameter values from a form or from REST against the parameters that a header declares.
public final class ParameterCheck {
    private ParameterCheck() {}

    /// @return one sentence per fault; empty when all values may be used
    public static List<String> faults(RuleHeader header, JsonNode values) {
        var declared = header.json().path("params");
        var faults = new ArrayList<String>();
        values.fieldNames()
                .forEachRemaining(name -> {
                    var parameter = find(declared, name);
                    if (parameter.isMissingNode()) {
                        faults.add(
                                "rule %s has no parameter %s; it has %s"
                                        .formatted(header.id(), name, names(declared)));
                    } else {
                        check(parameter, name, values.path(name), faults);
                    }
                });
        return faults;
    }

    private static void check(
            JsonNode parameter, String name, JsonNode value, List<String> faults) {
        switch (parameter.path("kind").asText()) {
            case "number", "percent" -> number(parameter, name, value, faults);
            case "int" -> {
                if (value.isNumber() && value.doubleValue() != Math.rint(value.doubleValue())) {
                    faults.add(
                            "parameter %s must be a whole number, was %s".formatted(name, value));
                }
                number(parameter, name, value, faults);
            }
            case "boolean" -> expect(value.isBoolean(), name, "true or false", value, faults);
            case "list" -> expect(value.isArray(), name, "a list", value, faults);
            case "enum" -> option(parameter, name, value, faults);
            default -> expect(value.isTextual() || value.isNumber(), name, "a text", value, faults);
        }
    }

    private static void number(
            JsonNode parameter, String name, JsonNode value, List<String> faults) {
        if (!value.isNumber()) {
            faults.add("parameter %s must be a number, was %s".formatted(name, value));
            return;
        }
        var min = parameter.path("min");
        var max = parameter.path("max");
        if (min.isNumber() && value.doubleValue() < min.doubleValue()) {
            faults.add("parameter %s must be at least %s, was %s".formatted(name, min, value));
        }
        if (max.isNumber() && value.doubleValue() > max.doubleValue()) {
            faults.add("parameter %s must be at most %s, was %s".formatted(name, max, value));
        }
    }

    private static void option(
            JsonNode parameter, String name, JsonNode value, List<String> faults) {
        var options = parameter.path("options");
        var known = StreamSupport.stream(options.spliterator(), false).anyMatch(value::equals);
        expect(known, name, "one of " + options, value, faults);
    }

    private static void expect(
            boolean met, String name, String kind, JsonNode value, List<String> faults) {
        if (!met) {
            faults.add(
                    String.format(
                            Locale.ROOT, "parameter %s must be %s, was %s", name, kind, value));
        }
    }

    private static JsonNode find(JsonNode declared, String name) {
        return StreamSupport.stream(declared.spliterator(), false)
                .filter(parameter -> parameter.path("name").asText().equals(name))
                .findFirst()
                .orElseGet(com.fasterxml.jackson.databind.node.MissingNode::getInstance);
    }

    private static String names(JsonNode declared) {
        var names =
                StreamSupport.stream(declared.spliterator(), false)
                        .map(p -> p.path("name").asText())
                        .toList();
        return names.isEmpty() ? "none" : String.join(", ", names);
    }
}
