// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.algorithms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sextant.query.GivenSeries;
import dev.sextant.query.GivenSeries.Given;
import dev.sextant.query.QueryEngine;
import dev.sextant.query.QueryLimits;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Series that somebody sent along with a request. What is wrong with them is an [IllegalArgumentException] that names the place.
record GivenRows(List<Series> series) {
    private static final String METRIC = "given";
    private static final int MOST_SERIES = 5_000;
    private static final int MOST_POINTS = 1_000_000;

    static GivenRows of(JsonNode list) {
        if (!list.isArray() || list.isEmpty() || list.size() > MOST_SERIES) {
            throw new IllegalArgumentException(
                    "series must be a list of 1 to %,d series".formatted(MOST_SERIES));
        }
        var read = new ArrayList<Series>();
        var seen = new HashSet<Labels>();
        for (int place = 0; place < list.size(); place++) {
            var series = series(list.get(place), "series[%d]".formatted(place));
            if (!seen.add(series.key().labels())) {
                throw new IllegalArgumentException(
                        "series[%d] has the labels of another one: give each its own"
                                .formatted(place));
            }
            read.add(series);
        }
        long points = Series.samples(read);
        if (points > MOST_POINTS || points == 0) {
            throw new IllegalArgumentException(
                    "the series have %,d points; 1 to %,d can be sent along: store more and use query"
                            .formatted(points, MOST_POINTS));
        }
        return new GivenRows(List.copyOf(read));
    }

    private static Series series(JsonNode node, String place) {
        var fields =
                OptionFields.of(place, node).allow(Set.of("metric", "labels", "times", "values"));
        var labels = new HashMap<String, String>();
        for (Map.Entry<String, JsonNode> label : node.path("labels").properties()) {
            labels.put(label.getKey(), label.getValue().asText());
        }
        var times = fields.find("times").orElse(JsonNodeFactory.instance.arrayNode());
        var values = fields.find("values").orElse(JsonNodeFactory.instance.arrayNode());
        if (!times.isArray() || !values.isArray() || times.size() != values.size()) {
            throw new IllegalArgumentException(
                    "%s must have times and values, as many of the one as of the other"
                            .formatted(place));
        }
        return new Series(
                new SeriesKey(METRIC, Labels.of(labels)),
                times(times, place),
                values(values, place));
    }

    private static long[] times(JsonNode list, String place) {
        var times = new long[list.size()];
        for (int i = 0; i < times.length; i++) {
            times[i] = new GivenValue(new OptionFields(place, list), "times", list.get(i)).time();
            if (i > 0 && times[i] <= times[i - 1]) {
                throw new IllegalArgumentException(
                        "%s has times that do not rise: %d stands after %d"
                                .formatted(place, times[i], times[i - 1]));
            }
        }
        return times;
    }

    private static double[] values(JsonNode list, String place) {
        var values = new double[list.size()];
        for (int i = 0; i < values.length; i++) {
            var value = list.get(i);
            if (!value.isNumber() && !value.isNull()) {
                throw new IllegalArgumentException(
                        "%s has a value that is no number: %s"
                                .formatted(place, OptionFields.shown(value)));
            }
            values[i] = value.isNull() ? Double.NaN : value.doubleValue();
        }
        return values;
    }

    /// When the newest point is: the time as of which they are looked at.
    Instant end() {
        return Instant.ofEpochMilli(
                series.stream()
                        .filter(row -> row.length() > 0)
                        .mapToLong(row -> row.times()[row.length() - 1])
                        .max()
                        .orElse(0));
    }

    /// The plan that reads them all.
    JsonNode plan() {
        long start =
                series.stream()
                        .filter(row -> row.length() > 0)
                        .mapToLong(row -> row.times()[0])
                        .min()
                        .orElse(0);
        return JsonNodeFactory.instance
                .objectNode()
                .put("metric", METRIC)
                .put("from", Math.max(0, start - 1))
                .put("to", Math.max(1, end().toEpochMilli()));
    }

    QueryEngine engine(QueryLimits limits, AlgorithmMethods methods) {
        var given = series.stream().map(row -> new Given(row, Duration.ZERO)).toList();
        var store = new GivenSeries(given);
        store.moveTo(end());
        return new QueryEngine(store, limits, methods);
    }
}
