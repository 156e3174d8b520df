// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.protocol.Message;
import dev.sextant.script.HostAnswer;
import dev.sextant.script.HostCalls;
import dev.sextant.script.LimitUse;
import dev.sextant.script.ScriptOutcome;
import dev.sextant.telemetry.Frame;
import java.util.List;

/// Host calls of one evaluation between the wire and the port.
final class HostBridge {
    private static final int LARGEST_RECORDS = 4_194_304;

    /// The worker refuses longer ones itself, with a better sentence.
    private static final int LONGEST_PLAN = 65_536;

    private final HostCalls host;
    private final ObjectMapper json;
    private final Tally tally;

    HostBridge(HostCalls host, ObjectMapper json, Tally tally) {
        this.host = host;
        this.json = json;
        this.tally = tally;
    }

    Message.ToWorker answer(Message.HostCall call) {
        tally.called();
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
            case HostAnswer.Refused(var _, var message, var limit) ->
                    limit == null ? new Message.Refusal(message) : tally.refuse(limit, message);
            case HostAnswer.Rows(var frame) ->
                    onlyCounted ? new Message.Count(frame.series().size()) : rowsOf(frame);
            case HostAnswer.Records(var items) ->
                    onlyCounted ? new Message.Count(items.size()) : recordsOf(items);
        };
    }

    private Message.ToWorker recordsOf(List<JsonNode> items) {
        var rows = tally.rows(items.size());
        if (rows.used() > rows.allowed()) {
            return tally.refuse(
                    rows,
                    "the answer has %,d records; a rule may iterate over %,d: ask for fewer"
                            .formatted(rows.used(), rows.allowed()));
        }
        var head = json.createObjectNode();
        head.putArray("items").addAll(items);
        var text = head.toString();
        return text.length() > LARGEST_RECORDS
                ? tally.refuse(
                        new LimitUse("answerBytes", text.length(), LARGEST_RECORDS, "bytes"),
                        "the records of an answer have at most %,d characters as JSON: ask for fewer"
                                .formatted(LARGEST_RECORDS))
                : new Message.Rows(text, new double[0]);
    }

    /// Notes what the evaluation used of a limit.
    void note(LimitUse use) {
        tally.note(use);
    }

    /// Tells the host what the evaluation used, and names the limit that the script failed at, if it was one.
    ScriptOutcome summedUp(Ending ending, ScriptOutcome outcome) {
        if (ending instanceof Ending.Answered(Message.Evaluated answer)) {
            tally.answered(answer);
        }
        var named = tally.named(outcome);
        host.spent(tally.uses());
        return named;
    }

    private Message.ToWorker rowsOf(Frame frame) {
        var rows = tally.rows(frame.series().size());
        if (rows.used() > rows.allowed()) {
            return tally.refuse(
                    rows,
                    "the plan has %,d rows; a rule may iterate over %,d: keep fewer with .whereNow(\">\", x), .top(n) or .by(...), or use .count()"
                            .formatted(rows.used(), rows.allowed()));
        }
        var points = tally.points(frame.points());
        if (points.used() > points.allowed()) {
            return tally.refuse(
                    points,
                    "the plan has %,d points; a rule may read %,d: give .last a step, or aggregate with .avg() or .max()"
                            .formatted(points.used(), points.allowed()));
        }
        return RowsWriter.write(frame, json);
    }
}
