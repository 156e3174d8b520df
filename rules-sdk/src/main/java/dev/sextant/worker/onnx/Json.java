// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker.onnx;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;

/// JSON of authors and of the backend.
final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /// @param what for the author
    static ObjectNode object(String what, String text) throws UnfitModelException {
        try {
            if (MAPPER.readTree(text) instanceof ObjectNode object) {
                return object;
            }
            throw new UnfitModelException(what + " must be a JSON object");
        } catch (JsonProcessingException problem) {
            var place = problem.getLocation();
            throw new UnfitModelException(
                    "%s is no JSON: %s%s"
                            .formatted(
                                    what,
                                    Words.reason(problem.getOriginalMessage()),
                                    place == null ? "" : " in line " + place.getLineNr()),
                    problem);
        }
    }

    static void checkNames(String what, JsonNode given, Collection<String> known)
            throws UnfitModelException {
        for (var entry : given.properties()) {
            if (!known.contains(entry.getKey())) {
                throw new UnfitModelException(
                        "%s has no field %s; known are %s"
                                .formatted(
                                        what,
                                        Words.quoted(entry.getKey()),
                                        String.join(", ", known.stream().sorted().toList())));
            }
        }
    }

    static double number(JsonNode given, String name, double fallback) throws UnfitModelException {
        var value = given.path(name);
        if (value.isMissingNode()) {
            return fallback;
        }
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            throw new UnfitModelException(
                    "%s must be a number, not %s"
                            .formatted(Words.quoted(name), Words.quoted(value.toString())));
        }
        return value.doubleValue();
    }

    static int whole(JsonNode given, String name, int fallback, int most)
            throws UnfitModelException {
        double value = number(given, name, fallback);
        if (value != Math.rint(value) || value < 1 || value > most) {
            throw new UnfitModelException(
                    "%s must be a whole number from 1 to %,d".formatted(Words.quoted(name), most));
        }
        return (int) value;
    }

    static double[] numbers(String what, JsonNode given, int most) throws UnfitModelException {
        if (!given.isArray() || given.isEmpty() || given.size() > most) {
            throw new UnfitModelException(
                    "%s must be a list of 1 to %,d numbers".formatted(what, most));
        }
        var numbers = new double[given.size()];
        for (int index = 0; index < numbers.length; index++) {
            var number = given.get(index);
            if (!number.isNumber() && !number.isNull()) {
                throw new UnfitModelException(
                        "%s must be a list of numbers, null for a missing one".formatted(what));
            }
            numbers[index] = number.isNull() ? Double.NaN : number.doubleValue();
        }
        return numbers;
    }

    static List<Integer> wholes(JsonNode given) {
        return given.valueStream().map(JsonNode::intValue).toList();
    }
}
