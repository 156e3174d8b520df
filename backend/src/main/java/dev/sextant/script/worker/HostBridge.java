// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.protocol.Message;
import dev.sextant.script.HostAnswer;
import dev.sextant.script.HostCalls;
import dev.sextant.telemetry.Frame;
import dev.sextant.telemetry.Series;

/// Host calls of one evaluation between the wire and the port. Rows cross as one array of float64: of each series its
/// times, then its values.
final class HostBridge {
    private static final int MOST_POINTS = 1_000_000;

    private final HostCalls host;
    private final ObjectMapper json;
    private final int rows;

    HostBridge(HostCalls host, ObjectMapper json, int rows) {
        this.host = host;
        this.json = json;
        this.rows = rows;
    }

    Message.ToWorker answer(Message.HostCall call) {
        try {
            var plan = json.readTree(call.planJson());
            return switch (host.select(plan)) {
                case HostAnswer.Refused(var _, var message) -> new Message.Refusal(message);
                case HostAnswer.Rows(var frame) ->
                        switch (call.terminal()) {
                            case COUNT -> new Message.Count(frame.series().size());
                            case ROWS -> rowsOf(frame);
                        };
            };
        } catch (JsonProcessingException _) {
            return new Message.Refusal("the plan is not valid JSON");
        }
    }

    private Message.ToWorker rowsOf(Frame frame) {
        if (frame.series().size() > rows) {
            return new Message.Refusal(
                    "the plan has %,d rows; a rule may iterate over %,d: keep fewer with .whereNow(\">\", x), .top(n) or .by(...), or use .count()"
                            .formatted(frame.series().size(), rows));
        }
        if (frame.points() > MOST_POINTS) {
            return new Message.Refusal(
                    "the plan has %,d points; a rule may read %,d: give .last a step, or aggregate with .avg() or .max()"
                            .formatted(frame.points(), MOST_POINTS));
        }
        return new Message.Rows(head(frame), points(frame));
    }

    private String head(Frame frame) {
        var head = json.createObjectNode();
        var rowsOfHead = head.putArray("series");
        for (var series : frame.series()) {
            var row = rowsOfHead.addObject();
            row.put("metric", series.key().metric());
            var labels = row.putObject("labels");
            series.key().labels().asMap().forEach(labels::put);
            row.put("length", series.length());
        }
        return head.toString();
    }

    private static double[] points(Frame frame) {
        var points = new double[2 * Math.toIntExact(frame.points())];
        int next = 0;
        for (Series series : frame.series()) {
            for (long time : series.times()) {
                points[next++] = time;
            }
            System.arraycopy(series.values(), 0, points, next, series.length());
            next += series.length();
        }
        return points;
    }
}
