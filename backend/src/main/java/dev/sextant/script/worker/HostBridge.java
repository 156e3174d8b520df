// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
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
