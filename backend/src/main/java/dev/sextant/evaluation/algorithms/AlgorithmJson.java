// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.algorithms;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.algorithm.Algorithm;
import dev.sextant.algorithm.Parameter;
import dev.sextant.algorithm.Parameter.Type;
import dev.sextant.telemetry.Durations;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An algorithm as the REST surface shows it.
///
/// @param name as it is used in rules, such as `anomaly.auto`
/// @param description per language
/// @param source the paper or book that it comes from
public record AlgorithmJson(
        String name,
        int version,
        String kind,
        Map<String, String> description,
        String source,
        List<ParameterJson> parameters) {
    static AlgorithmJson of(Algorithm algorithm) {
        var about = algorithm.about();
        return new AlgorithmJson(
                algorithm.name(),
                algorithm.version(),
                algorithm.kind().text(),
                Map.of("en", about.english(), "zh", about.chinese()),
                about.source(),
                algorithm.parameters().stream().map(ParameterJson::of).toList());
    }

    /// @param type `number`, `duration`, `choice`, `seasons`, `deviation` or `time`
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
            };
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
