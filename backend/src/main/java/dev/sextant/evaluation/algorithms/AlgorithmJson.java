// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.algorithms;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.algorithm.Algorithm;
import dev.sextant.algorithm.Parameter;
import dev.sextant.algorithm.Parameter.Type;
import dev.sextant.laboratory.OwnAlgorithms.Standing;
import dev.sextant.telemetry.Durations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// An algorithm as the REST surface shows it.
///
/// @param name as it is used in rules, such as `anomaly.auto`
/// @param description per language
/// @param version the newest
/// @param origin `built-in`, or `own`: registered by the tenant
/// @param stable of the tenant's own: the version that the bare name means; absent when there is none
/// @param source the paper or book that it comes from; empty for the tenant's own
public record AlgorithmJson(
        String name,
        int version,
        String kind,
        String origin,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer stable,
        Map<String, String> description,
        String source,
        List<ParameterJson> parameters) {
    static AlgorithmJson of(Algorithm algorithm) {
        var about = algorithm.about();
        return new AlgorithmJson(
                algorithm.name(),
                algorithm.version(),
                algorithm.kind().text(),
                "built-in",
                null,
                Map.of("en", about.english(), "zh", about.chinese()),
                about.source(),
                algorithm.parameters().stream().map(ParameterJson::of).toList());
    }

    static AlgorithmJson of(Standing own) {
        var header = own.header();
        var parameters = new ArrayList<ParameterJson>();
        header.path("params").forEach(one -> parameters.add(ParameterJson.of(one)));
        return new AlgorithmJson(
                own.name().full(),
                own.newest(),
                header.path("algorithm").asText(),
                "own",
                own.stable(),
                texts(header.path("title")),
                "",
                parameters);
    }

    private static Map<String, String> texts(JsonNode node) {
        var texts = new TreeMap<String, String>();
        node.properties().forEach(text -> texts.put(text.getKey(), text.getValue().asText()));
        return texts;
    }

    /// @param type `number`, `duration`, `choice`, `seasons`, `deviation`, `time`, `labels` (names of them),
    ///     `place` (labels of one thing), `calendar` or `graph`
    /// @param fallback what it is when it is left out; null when that means something of its own
    /// @param options the words of a choice, or the seasons that are allowed
    public record ParameterJson(
            String name,
            String type,
            @JsonProperty("default") @Nullable JsonNode fallback,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Object min,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Object max,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> options,
            Map<String, String> description) {
        static ParameterJson of(Parameter parameter) {
            return switch (parameter.type()) {
                case Type.Number(var min, var max) -> bounded(parameter, "number", min, max);
                case Type.Length(var min, var max) ->
                        bounded(
                                parameter,
                                "duration",
                                Durations.format(min),
                                Durations.format(max));
                case Type.Choice(var words) -> oneOf(parameter, "choice", words);
                case Type.Seasons(var only) ->
                        oneOf(parameter, "seasons", only.stream().map(Durations::format).toList());
                case Type.Distance() -> oneOf(parameter, "deviation", List.of());
                case Type.Time() -> oneOf(parameter, "time", List.of());
                case Type.Names() -> oneOf(parameter, "labels", List.of());
                case Type.Place() -> oneOf(parameter, "place", List.of());
                case Type.Calendar() -> oneOf(parameter, "calendar", List.of());
                case Type.Graph() -> oneOf(parameter, "graph", List.of());
            };
        }

        /// Of what the script of a tenant's own algorithm declares.
        static ParameterJson of(JsonNode declared) {
            var options = new ArrayList<String>();
            declared.path("options").forEach(option -> options.add(option.asText()));
            return new ParameterJson(
                    declared.path("name").asText(),
                    declared.path("kind").asText(),
                    declared.get("default"),
                    declared.get("min"),
                    declared.get("max"),
                    options,
                    AlgorithmJson.texts(declared.path("help")));
        }

        private static ParameterJson bounded(
                Parameter parameter, String type, Object min, Object max) {
            return new ParameterJson(
                    parameter.name(),
                    type,
                    fallback(parameter),
                    min,
                    max,
                    List.of(),
                    texts(parameter));
        }

        private static ParameterJson oneOf(Parameter parameter, String type, List<String> options) {
            return new ParameterJson(
                    parameter.name(),
                    type,
                    fallback(parameter),
                    null,
                    null,
                    options,
                    texts(parameter));
        }

        private static @Nullable JsonNode fallback(Parameter parameter) {
            var written = parameter.fallback();
            return written == null ? null : SettingsReader.tree(written);
        }

        private static Map<String, String> texts(Parameter parameter) {
            return Map.of("en", parameter.english(), "zh", parameter.chinese());
        }
    }
}
