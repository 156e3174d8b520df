// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.worker;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Reads the result that a guest wrote, and believes none of it: a script can change the very functions that write it,
/// so the shape is checked before anybody uses it.
final class ResultReader {
    private static final Set<String> KINDS = Set.of("fire", "clear", "suppressed", "unknown");
    private static final Set<String> SEVERITIES = Set.of("critical", "warning", "info");

    /// What is nested deeper could be kept, but not be shown inside anything else.
    private static final int DEEPEST = 64;

    private static final int LONGEST_NUMBER = 400;
    private static final long MOST_TOKENS = 1_000_000;

    private final ObjectMapper json =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEEPEST)
                                                    .maxNumberLength(LONGEST_NUMBER)
                                                    .maxTokenCount(MOST_TOKENS)
                                                    .build())
                                    .build())
                    .build();

    /// The result, or nothing when it has not the shape of one.
    Optional<JsonNode> result(String text) {
        return object(text).filter(ResultReader::isResult);
    }

    /// A JSON object, or nothing.
    Optional<JsonNode> object(String text) {
        try {
            return Optional.ofNullable(json.readTree(text))
                    .filter(JsonNode::isObject)
                    .map(CleanText::of);
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
    }

    private static boolean isResult(JsonNode result) {
        int charts = result.path("charts").size();
        return result.path("judged").isBoolean()
                && isArrayOf(result.path("charts"), ResultReader::isChart)
                && isArrayOf(result.path("verdicts"), verdict -> isVerdict(verdict, charts));
    }

    private static boolean isVerdict(JsonNode verdict, int charts) {
        var severity = verdict.path("severity");
        return KINDS.contains(verdict.path("kind").asText())
                && isTexts(verdict.path("labels"))
                && (severity.isNull() || SEVERITIES.contains(severity.asText()))
                && isNumberOrNull(verdict.path("value"))
                && isNumberOrNull(verdict.path("score"))
                && (verdict.path("reason").isNull() || isTexts(verdict.path("reason")))
                && isArrayOf(
                        verdict.path("charts"),
                        index -> index.isInt() && index.asInt() >= 0 && index.asInt() < charts);
    }

    private static boolean isChart(JsonNode chart) {
        return isTextOrNull(chart.path("title"))
                && isTextOrNull(chart.path("unit"))
                && isArrayOf(chart.path("series"), ResultReader::isSeries)
                && isArrayOf(chart.path("lines"), line -> isNumber(line.path("value")))
                && isArrayOf(chart.path("bands"), ResultReader::isBand)
                && isArrayOf(chart.path("areas"), area -> isTime(area.path("from")));
    }

    private static boolean isSeries(JsonNode series) {
        return series.path("name").isTextual()
                && isTexts(series.path("labels"))
                && isArrayOf(series.path("times"), ResultReader::isTime)
                && isArrayOf(series.path("values"), ResultReader::isNumberOrNull)
                && series.path("times").size() == series.path("values").size();
    }

    private static boolean isBand(JsonNode band) {
        return band.path("name").isTextual()
                && isArrayOf(band.path("times"), ResultReader::isTime)
                && isArrayOf(band.path("lower"), ResultReader::isNumberOrNull)
                && isArrayOf(band.path("upper"), ResultReader::isNumberOrNull)
                && band.path("times").size() == band.path("lower").size()
                && band.path("times").size() == band.path("upper").size();
    }

    private static boolean isArrayOf(JsonNode array, Predicate<JsonNode> element) {
        return array.isArray() && array.valueStream().allMatch(element);
    }

    private static boolean isTexts(JsonNode object) {
        return object.isObject() && object.valueStream().allMatch(JsonNode::isTextual);
    }

    private static boolean isNumberOrNull(JsonNode value) {
        return value.isNull() || isNumber(value);
    }

    private static boolean isNumber(JsonNode value) {
        return value.isNumber() && Double.isFinite(value.doubleValue());
    }

    private static boolean isTime(JsonNode value) {
        return isNumber(value) && value.canConvertToLong();
    }

    private static boolean isTextOrNull(JsonNode value) {
        return value.isNull() || value.isTextual();
    }
}
