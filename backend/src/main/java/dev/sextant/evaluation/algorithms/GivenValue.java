// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.algorithms;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.algorithm.Parameter.Call;
import dev.sextant.algorithm.Parameter.Deviation;
import dev.sextant.algorithm.Parameter.Graph;
import dev.sextant.algorithm.SpecialDays;
import dev.sextant.telemetry.Durations;
import dev.sextant.telemetry.Labels;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A value that somebody gave to an option. What does not fit is an [IllegalArgumentException] that names the option.
record GivenValue(OptionFields fields, String name, JsonNode value) {
    private static final int MOST_SEASONS = 5;
    private static final int MOST_NAMES = 20;
    private static final int MOST_CALLS = 10_000;

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

    /// Names of labels, a list or a single one.
    List<String> names() {
        var names = new ArrayList<String>();
        for (var name : value.isArray() ? value : List.of(value)) {
            if (!name.isTextual() || name.textValue().isEmpty()) {
                throw fault("must hold names of labels, as in [\"service\"]");
            }
            names.add(name.textValue());
        }
        if (names.size() > MOST_NAMES) {
            throw fault("may hold %d names of labels".formatted(MOST_NAMES));
        }
        return List.copyOf(names);
    }

    SpecialDays calendar() {
        var kinds = new LinkedHashMap<String, List<String>>();
        for (var kind : value.properties()) {
            var stretches = new ArrayList<String>();
            kind.getValue().forEach(stretch -> stretches.add(stretch.asText()));
            kinds.put(kind.getKey(), stretches);
        }
        if (!value.isObject() || kinds.size() > MOST_NAMES) {
            throw fault(
                    "must be up to %d kinds of stretches, as in { holiday: [\"2026-05-01\"] }"
                            .formatted(MOST_NAMES));
        }
        return SpecialDays.of(kinds);
    }

    Labels labels() {
        return labels(value);
    }

    Graph graph() {
        var calls = new ArrayList<Call>();
        for (var call : list("calls")) {
            calls.add(new Call(labels(call.path("from")), labels(call.path("to"))));
        }
        var changed = new ArrayList<Labels>();
        list("changed").forEach(one -> changed.add(labels(one)));
        return new Graph(calls, changed);
    }

    private JsonNode list(String part) {
        var list = value.path(part);
        boolean isList = list.isArray() || part.equals("changed") && list.isMissingNode();
        if (!isList || list.size() > MOST_CALLS) {
            throw fault(
                    "must be { calls: [{ from, to }], changed: [] } with %,d of each at most"
                            .formatted(MOST_CALLS));
        }
        return list;
    }

    private Labels labels(JsonNode given) {
        var pairs = new HashMap<String, String>();
        given.properties().forEach(pair -> pairs.put(pair.getKey(), pair.getValue().asText()));
        if (pairs.isEmpty() || pairs.size() > MOST_NAMES) {
            throw fault("must hold labels, as in { service: \"pay\" }");
        }
        return Labels.of(pairs);
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
