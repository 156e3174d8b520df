// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.algorithms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.algorithm.Kind;
import dev.sextant.evaluation.algorithms.AppliedAlgorithm.Kept;
import dev.sextant.query.FrameMethods;
import dev.sextant.query.FrameMethods.FrameMethod;
import dev.sextant.telemetry.Frame;
import java.time.Duration;
import java.util.List;

/// An algorithm of the tenant's own with what its parameters are set to, applied to the rows of a frame. Which tenant that is
/// is known only when it is applied.
///
/// @param use its name, with a version or without
/// @param options values of its parameters; the script checks them
/// @param to how far ahead, for a forecast
record OwnApplied(OwnWork work, String use, ObjectNode options, Duration to, Kept kept)
        implements FrameMethod {
    private static final Duration LONGEST = Duration.ofDays(366);

    static OwnApplied of(OwnWork work, JsonNode plan) {
        return of(work, AppliedAlgorithm.fields(plan));
    }

    /// @param fields of which `use`, `options`, `keep` and `keepLast` are read
    static OwnApplied of(OwnWork work, OptionFields fields) {
        var use = fields.node().path("use").asText();
        var given = OptionFields.of(OptionFields.shortened(use), fields.node().path("options"));
        var options = JsonNodeFactory.instance.objectNode();
        given.node()
                .properties()
                .forEach(option -> options.set(option.getKey(), option.getValue()));
        var to =
                given.find("to")
                        .map(value ->
                                new GivenValue(given, "to", value)
                                        .length(Duration.ofSeconds(1), LONGEST))
                        .orElse(Duration.ofDays(1));
        return new OwnApplied(work, use, options, to, Kept.of(fields, Kind.ANOMALY));
    }

    /// The values for the script. How far ahead a forecast goes is no parameter of it.
    ObjectNode parameters(boolean isForecast) {
        return isForecast ? options.deepCopy().without("to") : options;
    }

    @Override
    public Frame apply(List<Frame> inputs, FrameMethods.Run run) {
        return work.apply(this, AppliedAlgorithm.only(use, inputs), run);
    }
}
