// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker.onnx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A test of a model: what its highest score, or each number that it foretells, must lie between.
///
/// @param last how many points are scored, of the end of the values
/// @param horizon how many are foretold
record ModelTest(
        String name,
        double[] values,
        JsonNode options,
        int last,
        int horizon,
        double atLeast,
        double atMost) {
    private static final Set<String> FIELDS =
            Set.of("name", "values", "options", "last", "horizon", "atLeast", "atMost");
    private static final int MOST_VALUES = 10_000;
    private static final int LONGEST_NAME = 200;
    private static final int USUAL_HORIZON = 10;

    static ModelTest of(JsonNode given) throws UnfitModelException {
        var name = given.path("name").asText();
        if (!given.isObject() || name.isBlank() || name.length() > LONGEST_NAME) {
            throw new UnfitModelException(
                    "each test is an object with a name of at most %d characters"
                            .formatted(LONGEST_NAME));
        }
        var what = "test " + Words.quoted(name);
        Json.checkNames(what, given, FIELDS);
        if (!given.has("atLeast") && !given.has("atMost")) {
            throw new UnfitModelException(what + " says neither atLeast nor atMost");
        }
        var options = given.path("options");
        return new ModelTest(
                name,
                Json.numbers("values of " + what, given.path("values"), MOST_VALUES),
                options.isMissingNode() ? JsonNodeFactory.instance.objectNode() : options,
                Json.whole(given, "last", MOST_VALUES, MOST_VALUES),
                Json.whole(given, "horizon", USUAL_HORIZON, MOST_VALUES),
                Json.number(given, "atLeast", Double.NEGATIVE_INFINITY),
                Json.number(given, "atMost", Double.POSITIVE_INFINITY));
    }

    /// What is wrong with scores; null when nothing is.
    @Nullable String problemOfScores(double[] scores) {
        double highest = Arrays.stream(scores).filter(Double::isFinite).max().orElse(Double.NaN);
        if (Double.isNaN(highest)) {
            return "no point has a score: give it as many values as the model looks at";
        }
        return isWithin(highest) ? null : "the highest score is %s".formatted(shown(highest));
    }

    /// What is wrong with foretold numbers; null when nothing is.
    @Nullable String problemOfForecast(double[] foretold) {
        for (int step = 0; step < foretold.length; step++) {
            if (Double.isNaN(foretold[step])) {
                return "step %d is no finite number".formatted(step + 1);
            }
            if (!isWithin(foretold[step])) {
                return "step %d is %s".formatted(step + 1, shown(foretold[step]));
            }
        }
        return null;
    }

    private boolean isWithin(double number) {
        return number >= atLeast && number <= atMost;
    }

    private static String shown(double number) {
        return String.format(Locale.ROOT, "%.4g", number);
    }
}
