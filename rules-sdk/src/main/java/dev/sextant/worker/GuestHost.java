// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker;

import dev.sextant.protocol.Message;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/// All that the prelude can reach outside its context. The methods take [Value], since a wrong argument to a typed
/// method would show Java's class names to the guest.
public final class GuestHost {
    static final int LONGEST_PLAN = 65_536;
    static final String PLAN_TOO_LONG =
            "the plan has more than %,d characters as JSON; use an expression instead of many values, and fewer operators"
                    .formatted(LONGEST_PLAN);

    private final HostLink link;
    private final GuestLog log;

    GuestHost(HostLink link, GuestLog log) {
        this.link = link;
        this.log = log;
    }

    /// Asks the backend; blocks until it answers.
    @HostAccess.Export
    public Answer call(Value terminal, Value planJson) {
        var kind = terminal(text(terminal));
        var plan = text(planJson);
        if (plan.length() > LONGEST_PLAN) {
            return new Answer("", new double[0], 0, PLAN_TOO_LONG);
        }
        return switch (link.ask(new Message.HostCall(kind, plan))) {
            case Message.Rows(var head, var points) -> new Answer(head, points, 0, null);
            case Message.Count(var rows) -> new Answer("", new double[0], rows, null);
            case Message.Refusal(var refusal) -> new Answer("", new double[0], 0, refusal);
            case Message.Evaluate _, Message.ReadHeader _, Message.ReadTests _, Message.Cancel _ ->
                    throw new IllegalStateException("the backend answered a host call with a task");
        };
    }

    /// What a prelude's word for a terminal means.
    static Message.Terminal terminal(String word) {
        return switch (word) {
            case "count" -> Message.Terminal.COUNT;
            case "records" -> Message.Terminal.RECORDS;
            default -> Message.Terminal.ROWS;
        };
    }

    @HostAccess.Export
    public void log(Value level, Value line) {
        log.add(text(level), text(line));
    }

    private static String text(Value value) {
        return value.isString() ? value.asString() : "";
    }

    /// Asks the backend and waits for its answer.
    interface HostLink {
        Message.ToWorker ask(Message.HostCall call);
    }

    /// An answer as the prelude reads it.
    public static final class Answer {
        @HostAccess.Export public final String head;
        @HostAccess.Export public final double[] points;
        @HostAccess.Export public final long count;
        @HostAccess.Export public final @Nullable String refusal;

        Answer(String head, double[] points, long count, @Nullable String refusal) {
            this.head = head;
            this.points = points;
            this.count = count;
            this.refusal = refusal;
        }
    }
}
