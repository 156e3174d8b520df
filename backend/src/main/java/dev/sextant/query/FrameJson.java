// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.sextant.telemetry.Series;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// An answer as the REST surface shows it. JSON knows no NaN and no infinity: they become null.
public record FrameJson(List<SeriesJson> series, QueryResult.Cost cost) {
    static FrameJson of(QueryResult.Answer answer) {
        return new FrameJson(
                answer.frame().series().stream().map(SeriesJson::of).toList(), answer.cost());
    }

    record SeriesJson(
            String metric,
            Map<String, String> labels,
            long[] times,
            @JsonSerialize(using = FiniteOrNull.class) double[] values) {
        static SeriesJson of(Series series) {
            return new SeriesJson(
                    series.key().metric(),
                    series.key().labels().asMap(),
                    series.times(),
                    series.values());
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
