// SPDX-License-Identifier: Apache-2.0
package dev.sextant.laboratory;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.laboratory.AlgorithmRuns.Batch;
import dev.sextant.laboratory.AlgorithmRuns.Program;
import dev.sextant.telemetry.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What an algorithm said of one series.
///
/// @param sides numbers by name, of as many points as were wanted; NaN where nothing is known, a score is always a number. None when
///     a model foretells nothing
/// @param explanation why, in words; empty when it gave none
public record Answer(Map<String, double[]> sides, String explanation) {
    private static final List<String> OF_ANOMALIES = List.of("score", "expected", "lower", "upper");
    private static final List<String> OF_FORECASTS = List.of("expected", "lower", "upper");

    /// Reads what came out of the sandbox: the script may have changed what the SDK checked before.
    ///
    /// @throws IllegalArgumentException in words for the author
    static List<Answer> list(Program program, Batch batch, JsonNode result) {
        var given = result.path("answers");
        if (given.size() != batch.series().size()) {
            throw new IllegalArgumentException(
                    "%d answers for %d series".formatted(given.size(), batch.series().size()));
        }
        var answers = new ArrayList<Answer>();
        for (int index = 0; index < given.size(); index++) {
            answers.add(
                    program.isForecast()
                            ? forecast(program, given.get(index), batch.wanted().get(index))
                            : anomaly(
                                    program,
                                    given.get(index),
                                    batch.series().get(index),
                                    batch.wanted().get(index)));
        }
        return answers;
    }

    /// Whether there is nothing to tell of the series.
    public boolean isSilent() {
        return sides.isEmpty();
    }

    private static Answer forecast(Program program, JsonNode given, int length) {
        var sides = sides(OF_FORECASTS, given, length);
        for (double value : sides.getOrDefault("expected", new double[0])) {
            if (Double.isNaN(value) && program.text().isOfModel()) {
                return new Answer(Map.of(), "");
            }
            if (Double.isNaN(value)) {
                throw new IllegalArgumentException("expected has values that are no finite number");
            }
        }
        return new Answer(sides, explanation(given));
    }

    private static Answer anomaly(Program program, JsonNode given, Series series, int wanted) {
        int length = Math.min(wanted, series.length());
        var sides = sides(OF_ANOMALIES, given, length);
        var scores = sides.getOrDefault("score", new double[length]);
        for (int index = 0; index < length; index++) {
            double value = series.values()[series.length() - length + index];
            // Nothing can be said of a point that is missing; and a model, whose numbers nobody
            // wrote down, may say nothing of
            // any.
            if (Double.isNaN(scores[index])
                    && (Double.isNaN(value) || program.text().isOfModel())) {
                scores[index] = 0;
            }
            if (Double.isNaN(scores[index])) {
                throw new IllegalArgumentException(
                        "the score of series %s at point %d of %d is no finite number"
                                .formatted(
                                        series.key(),
                                        series.length() - length + index + 1,
                                        series.length()));
            }
        }
        return new Answer(sides, explanation(given));
    }

    private static Map<String, double[]> sides(List<String> names, JsonNode given, int length) {
        var sides = new LinkedHashMap<String, double[]>();
        for (var name : names) {
            var numbers = given.path(name);
            if (numbers.isMissingNode() && !name.equals(names.getFirst())) {
                sides.put(name, unknown(length));
            } else {
                sides.put(name, numbers(name, numbers, length));
            }
        }
        return sides;
    }

    private static double[] unknown(int length) {
        var numbers = new double[length];
        Arrays.fill(numbers, Double.NaN);
        return numbers;
    }

    private static double[] numbers(String name, JsonNode given, int length) {
        if (!given.isArray() || given.size() != length) {
            throw new IllegalArgumentException(
                    "%s has %d numbers; %d are wanted".formatted(name, given.size(), length));
        }
        var numbers = new double[length];
        for (int index = 0; index < length; index++) {
            numbers[index] =
                    given.get(index).isNumber() ? given.get(index).doubleValue() : Double.NaN;
        }
        return numbers;
    }

    private static String explanation(JsonNode given) {
        return given.path("explanation").asText("");
    }
}
