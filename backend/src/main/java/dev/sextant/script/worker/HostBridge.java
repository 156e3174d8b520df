// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.protocol.Message;
import dev.sextant.script.HostAnswer;
import dev.sextant.script.HostCalls;
import dev.sextant.script.LimitUse;
import dev.sextant.telemetry.Frame;
import java.util.List;

/// Host calls of one evaluation between the wire and the port.
final class HostBridge {
    private static final int MOST_POINTS = 1_000_000;
    private static final int LARGEST_RECORDS = 4_194_304;

    /// The worker refuses longer ones itself, with a better sentence.
    private static final int LONGEST_PLAN = 65_536;

    private final HostCalls host;
    private final ObjectMapper json;
    private final int rows;

    HostBridge(HostCalls host, ObjectMapper json, int rows) {
        this.host = host;
        this.json = json;
        this.rows = rows;
    }

    Message.ToWorker answer(Message.HostCall call) {
        if (call.planJson().length() > LONGEST_PLAN) {
            return new Message.Refusal("the plan is too large");
        }
        try {
            var plan = json.readTree(call.planJson());
            return switch (call.terminal()) {
                case RECORDS -> written(host.ask(plan.path("call").asText(), plan), false);
                case COUNT -> written(host.select(plan), true);
                case ROWS -> written(host.select(plan), false);
            };
        } catch (JsonProcessingException _) {
            return new Message.Refusal("the plan is not valid JSON");
        }
    }

    private Message.ToWorker written(HostAnswer answer, boolean onlyCounted) {
        return switch (answer) {
            case HostAnswer.Refused(var _, var message) -> new Message.Refusal(message);
            case HostAnswer.Rows(var frame) ->
                    onlyCounted ? new Message.Count(frame.series().size()) : rowsOf(frame);
            case HostAnswer.Records(var items) ->
                    onlyCounted ? new Message.Count(items.size()) : recordsOf(items);
        };
    }

    private Message.ToWorker recordsOf(List<JsonNode> items) {
        if (items.size() > rows) {
            return new Message.Refusal(
                    "the answer has %,d records; a rule may iterate over %,d: ask for fewer"
                            .formatted(items.size(), rows));
        }
        var head = json.createObjectNode();
        head.putArray("items").addAll(items);
        var text = head.toString();
        return text.length() > LARGEST_RECORDS
                ? new Message.Refusal(
                        "the records of an answer have at most %,d characters as JSON: ask for fewer"
                                .formatted(LARGEST_RECORDS))
                : new Message.Rows(text, new double[0]);
    }

    /// Tells the host what the evaluation used of its times.
    void spent(List<LimitUse> times) {
        host.spent(times);
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
        return RowsWriter.write(frame, json);
    }
}
