// SPDX-License-Identifier: Apache-2.0
package dev.sextant.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// What answers hold, so that those of two sides can be compared: how many series, how many points, the sum of the values.
/// Names count as series.
record Tally(long series, long points, double sum) {
    private static final double ROUNDING = 1e-9;

    static Tally none() {
        return new Tally(0, 0, 0);
    }

    Tally plus(Tally other) {
        return new Tally(series + other.series, points + other.points, sum + other.sum);
    }

    boolean agreesWith(Tally other) {
        return series == other.series
                && points == other.points
                && Math.abs(sum - other.sum)
                        <= ROUNDING * Math.max(Math.abs(sum), Math.max(1, points));
    }

    static Tally of(Ask ask, byte[] answer) throws IOException {
        if (!ask.accept().equals("application/json")) {
            return ofArrays(answer);
        }
        var json = new ObjectMapper().readTree(answer);
        if (json.has("series")) {
            return ofSextant(json.get("series"));
        }
        if (json.has("items")) {
            return new Tally(json.get("items").size(), 0, 0);
        }
        var data = json.path("data");
        return data.isArray() ? new Tally(data.size(), 0, 0) : ofPrometheus(data.path("result"));
    }

    private static Tally ofArrays(byte[] answer) throws IOException {
        var bytes = ByteBuffer.wrap(answer).order(ByteOrder.LITTLE_ENDIAN);
        var head = new byte[bytes.getInt()];
        bytes.get(head);
        var tally = none();
        for (var series : new ObjectMapper().readTree(head).get("series")) {
            int points = series.get("points").asInt();
            bytes.position(bytes.position() + points * Long.BYTES);
            double sum = 0;
            for (int i = 0; i < points; i++) {
                sum += bytes.getDouble();
            }
            tally = tally.plus(new Tally(1, points, sum));
        }
        return tally;
    }

    private static Tally ofSextant(JsonNode rows) {
        var tally = none();
        for (var row : rows) {
            double sum = 0;
            for (var value : row.get("values")) {
                sum += value.asDouble();
            }
            tally = tally.plus(new Tally(1, row.get("values").size(), sum));
        }
        return tally;
    }

    private static Tally ofPrometheus(JsonNode result) {
        var tally = none();
        for (var row : result) {
            if (row.has("value")) {
                tally = tally.plus(new Tally(1, 1, row.get("value").get(1).asDouble()));
            } else {
                double sum = 0;
                for (var point : row.get("values")) {
                    sum += point.get(1).asDouble();
                }
                tally = tally.plus(new Tally(1, row.get("values").size(), sum));
            }
        }
        return tally;
    }
}
