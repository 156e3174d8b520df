// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.algorithms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.algorithm.Algorithm;
import dev.sextant.algorithm.Parameter;
import dev.sextant.algorithm.Parameter.Type;
import dev.sextant.algorithm.Settings;
import java.util.HashMap;
import java.util.stream.Collectors;

/// Reads what the parameters of an algorithm are set to from JSON, by the types that its catalogue entry states.
final class SettingsReader {
    private SettingsReader() {}

    /// @throws IllegalArgumentException naming the option and what is wrong with it
    static Settings read(Algorithm algorithm, JsonNode options) {
        var known =
                algorithm.parameters().stream().map(Parameter::name).collect(Collectors.toSet());
        var fields = OptionFields.of(algorithm.name(), options).allow(known);
        var settings = new HashMap<String, Object>();
        for (var parameter : algorithm.parameters()) {
            var given = fields.find(parameter.name());
            var fallback = parameter.fallback();
            if (given.isPresent()) {
                settings.put(parameter.name(), value(fields, parameter, given.get()));
            } else if (fallback != null) {
                settings.put(parameter.name(), value(fields, parameter, tree(fallback)));
            }
        }
        return new Settings(settings);
    }

    /// What a parameter is when it is left out.
    static JsonNode tree(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException problem) {
            throw new IllegalStateException("no JSON in the catalogue: " + json, problem);
        }
    }

    private static Object value(OptionFields fields, Parameter parameter, JsonNode given) {
        var value = new GivenValue(fields, parameter.name(), given);
        return switch (parameter.type()) {
            case Type.Number(var min, var max) -> value.number(min, max);
            case Type.Length(var min, var max) -> value.length(min, max);
            case Type.Choice(var words) -> value.word(words);
            case Type.Seasons(var only) -> value.seasons(only);
            case Type.Distance() -> value.distance();
            case Type.Time() -> value.time();
            case Type.Names() -> value.names();
            case Type.Place() -> value.labels();
            case Type.Calendar() -> value.calendar();
            case Type.Graph() -> value.graph();
        };
    }
}
