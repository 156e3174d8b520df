// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker.onnx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the author says about a model, beside its file.
///
/// @param kind `anomaly` or `forecast`; null: by the names of its outputs
/// @param output the one that scores or foretells; null: by its name
/// @param times what the output is multiplied by, so that 1.0 is the border of a score
/// @param plus what is added to it then
/// @param params defaults of its parameters, which are its inputs of one number
record ModelNotes(
        ObjectNode title,
        ObjectNode description,
        @Nullable String kind,
        @Nullable String output,
        double times,
        double plus,
        Map<String, Double> params,
        List<ModelTest> tests) {
    static final String ANOMALY = "anomaly";
    static final String FORECAST = "forecast";

    private static final Set<String> FIELDS =
            Set.of("title", "description", "kind", "output", "times", "plus", "params", "tests");
    private static final int LONGEST_TEXT = 2_000;
    private static final int MOST_PARAMS = 30;
    private static final int MOST_TESTS = 100;

    /// @param text JSON; empty: nothing is said
    static ModelNotes read(String text) throws UnfitModelException {
        var given = Json.object("what is said of the model", text.isBlank() ? "{}" : text);
        Json.checkNames("what is said of the model", given, FIELDS);
        var kind = text(given, "kind");
        if (kind != null && !kind.equals(ANOMALY) && !kind.equals(FORECAST)) {
            throw new UnfitModelException(
                    "kind is \"anomaly\" or \"forecast\", not " + Words.quoted(kind));
        }
        return new ModelNotes(
                localized(given, "title"),
                localized(given, "description"),
                kind,
                text(given, "output"),
                Json.number(given, "times", 1),
                Json.number(given, "plus", 0),
                params(given.path("params")),
                tests(given.path("tests")));
    }

    private static @Nullable String text(JsonNode given, String name) throws UnfitModelException {
        var value = given.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual() || value.textValue().length() > LONGEST_TEXT) {
            throw new UnfitModelException(
                    "%s must be a text of at most %,d characters".formatted(name, LONGEST_TEXT));
        }
        return value.textValue();
    }

    /// A text, or texts by language.
    private static ObjectNode localized(JsonNode given, String name) throws UnfitModelException {
        var texts = JsonNodeFactory.instance.objectNode();
        var value = given.path(name);
        if (!value.isObject()) {
            var text = text(given, name);
            return texts.put("en", text == null ? "" : text);
        }
        Json.checkNames(name, value, Set.of("en", "zh"));
        for (var language : List.of("en", "zh")) {
            var text = text(value, language);
            if (text != null || language.equals("en")) {
                texts.put(language, text == null ? "" : text);
            }
        }
        return texts;
    }

    private static Map<String, Double> params(JsonNode given) throws UnfitModelException {
        if (!given.isMissingNode() && (!given.isObject() || given.size() > MOST_PARAMS)) {
            throw new UnfitModelException(
                    "params is an object with the default of each, such as {\"border\": 3}, of %d at most"
                            .formatted(MOST_PARAMS));
        }
        var params = new LinkedHashMap<String, Double>();
        for (var entry : given.properties()) {
            params.put(entry.getKey(), Json.number(given, entry.getKey(), 0));
        }
        return params;
    }

    private static List<ModelTest> tests(JsonNode given) throws UnfitModelException {
        if (!given.isMissingNode() && (!given.isArray() || given.size() > MOST_TESTS)) {
            throw new UnfitModelException(
                    "tests is a list of %d at most, such as [{\"name\": \"a spike is found\", \"values\": [1, 1, 9], \"atLeast\": 1}]"
                            .formatted(MOST_TESTS));
        }
        var tests = new ArrayList<ModelTest>();
        for (var test : given) {
            tests.add(ModelTest.of(test));
        }
        return List.copyOf(tests);
    }

    /// A number of the model's as the author means it.
    double meant(double number) {
        return times * number + plus;
    }
}
