// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.sextant.telemetry.Frame;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Series;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// An answer as the REST surface shows it. JSON knows no NaN and no infinity: they become null.
public record FrameJson(List<SeriesJson> series, QueryResult.Cost cost) {
    public static FrameJson of(QueryResult.Answer answer) {
        var sides = sides(answer.frame());
        return new FrameJson(
                answer.frame().series().stream()
                        .map(row -> SeriesJson.of(row, sides, answer.frame().explanations()))
                        .toList(),
                answer.cost());
    }

    private static Map<String, Map<Labels, SeriesJson>> sides(Frame frame) {
        var sides = new LinkedHashMap<String, Map<Labels, SeriesJson>>();
        frame.sides()
                .forEach((name, side) -> {
                    var beside = sides(side);
                    var rows = new HashMap<Labels, SeriesJson>();
                    side.byLabels()
                            .forEach((labels, row) ->
                                    rows.put(labels, SeriesJson.of(row, beside, Map.of())));
                    sides.put(name, rows);
                });
        return sides;
    }

    /// @param sides what stands beside it, by name; left out when there is nothing
    /// @param explain what is said of it in words; left out when nothing is
    record SeriesJson(
            String metric,
            Map<String, String> labels,
            long[] times,
            @JsonSerialize(using = FiniteOrNull.class) double[] values,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, SeriesJson> sides,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String explain) {
        static SeriesJson of(
                Series series,
                Map<String, Map<Labels, SeriesJson>> beside,
                Map<Labels, String> explanations) {
            var labels = series.key().labels();
            return new SeriesJson(
                    series.key().metric(),
                    labels.asMap(),
                    series.times(),
                    series.values(),
                    beside.isEmpty() ? Map.of() : sides(labels, beside),
                    explanations.isEmpty() ? "" : explanations.getOrDefault(labels, ""));
        }

        private static Map<String, SeriesJson> sides(
                Labels labels, Map<String, Map<Labels, SeriesJson>> beside) {
            var sides = new LinkedHashMap<String, SeriesJson>();
            beside.forEach((name, rows) -> {
                var row = rows.get(labels);
                if (row != null) {
                    sides.put(name, row);
                }
            });
            return sides;
        }
    }

    static final class FiniteOrNull extends JsonSerializer<double[]> {
        @Override
        public void serialize(double[] values, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            json.writeStartArray();
            for (double value : values) {
                if (Double.isFinite(value)) {
                    json.writeNumber(value);
                } else {
                    json.writeNull();
                }
            }
            json.writeEndArray();
        }
    }
}
