// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.algorithms;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.algorithm.Parameter.Deviation;
import dev.sextant.telemetry.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A value that somebody gave to an option. What does not fit is an [IllegalArgumentException] that names the option.
record GivenValue(OptionFields fields, String name, JsonNode value) {
    private static final int MOST_SEASONS = 5;

    double number(double min, double max) {
        if (!value.isNumber() || !(value.doubleValue() >= min && value.doubleValue() <= max)) {
            throw fault("must be a number from %s to %s".formatted(text(min), text(max)));
        }
        return value.doubleValue();
    }

    Duration length(Duration min, Duration max) {
        var length = duration(value);
        if (length.compareTo(min) < 0 || length.compareTo(max) > 0) {
            throw fault(
                    "must be a duration from %s to %s"
                            .formatted(Durations.format(min), Durations.format(max)));
        }
        return length;
    }

    String word(List<String> words) {
        if (!value.isTextual() || !words.contains(value.textValue())) {
            throw fault("must be one of " + String.join(", ", words));
        }
        return value.textValue();
    }

    List<Duration> seasons(List<Duration> only) {
        var lengths = new ArrayList<Duration>();
        if (value.isArray()) {
            value.forEach(length -> lengths.add(duration(length)));
        } else {
            lengths.add(duration(value));
        }
        if (lengths.size() > MOST_SEASONS) {
            throw fault("may hold %d seasons".formatted(MOST_SEASONS));
        }
        if (!only.isEmpty() && !only.containsAll(lengths)) {
            var known = only.stream().map(Durations::format).collect(Collectors.joining(", "));
            throw fault("may name seasons of %s, which are all that it watches".formatted(known));
        }
        return List.copyOf(lengths);
    }

    Deviation distance() {
        if (value.isNumber()) {
            return new Deviation(least(value), 0);
        }
        if (!value.isObject()) {
            throw fault("must be a number of 0 or more, or { rel, abs }");
        }
        OptionFields.of(name, value).allow(Set.of("rel", "abs"));
        return new Deviation(least(value.path("abs")), least(value.path("rel")));
    }

    long time() {
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
            throw fault("must be a time in epoch milliseconds");
        }
        return value.longValue();
    }

    private double least(JsonNode number) {
        if (number.isMissingNode() || number.isNull()) {
            return 0;
        }
        double least = number.doubleValue();
        if (!number.isNumber() || !(least >= 0 && least <= Double.MAX_VALUE)) {
            throw fault("must be a number of 0 or more, or { rel, abs }");
        }
        return least;
    }

    private Duration duration(JsonNode length) {
        try {
            return Durations.parse(length.isTextual() ? length.textValue() : "");
        } catch (IllegalArgumentException _) {
            throw fault("must be a duration such as \"30s\", \"5m\" or \"1d\"");
        }
    }

    private IllegalArgumentException fault(String problem) {
        return fields.fault(name, problem, value);
    }

    private static String text(double bound) {
        return bound == Math.rint(bound) && Math.abs(bound) < 1e15
                ? String.valueOf((long) bound)
                : String.valueOf(bound);
    }
}
