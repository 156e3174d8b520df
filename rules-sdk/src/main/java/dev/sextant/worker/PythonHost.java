// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker;

import dev.sextant.protocol.Message;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;

/// All that the Python prelude can reach outside its context: two functions. They take whatever a guest gives them, never
/// throw, since Python shows Java's class names with an exception of the host, and have no names of Java themselves.
final class PythonHost {
    private static final String NOT_SO = "the host is asked with two texts";

    private final GuestHost.HostLink link;
    private final GuestLog log;

    PythonHost(GuestHost.HostLink link, GuestLog log) {
        this.link = link;
        this.log = log;
    }

    /// `call(terminal, plan as JSON)` asks the backend, blocks until it answers, and returns a list: the head as JSON, the
    /// points, a count, and the text of a refusal or None.
    ProxyExecutable calls() {
        return new Named(this::call);
    }

    /// `log(level, line)`.
    ProxyExecutable logs() {
        return new Named(this::log);
    }

    private Object call(Value[] arguments) {
        if (!areTexts(arguments)) {
            return refused(NOT_SO);
        }
        var kind = GuestHost.terminal(arguments[0].asString());
        var plan = arguments[1].asString();
        if (plan.length() > GuestHost.LONGEST_PLAN) {
            return refused(GuestHost.PLAN_TOO_LONG);
        }
        return switch (link.ask(new Message.HostCall(kind, plan))) {
            case Message.Rows(var head, var points) -> answer(head, points, 0, null);
            case Message.Count(var rows) -> answer("", new double[0], rows, null);
            case Message.Refusal(var refusal) -> refused(refusal);
            case Message.Evaluate _, Message.ReadHeader _, Message.ReadTests _, Message.Cancel _ ->
                    refused("the host did not answer");
        };
    }

    private Object log(Value[] arguments) {
        if (areTexts(arguments)) {
            log.add(arguments[0].asString(), arguments[1].asString());
        }
        return true;
    }

    private static boolean areTexts(Value[] arguments) {
        return arguments.length == 2 && arguments[0].isString() && arguments[1].isString();
    }

    private static Object refused(String refusal) {
        return answer("", new double[0], 0, refusal);
    }

    private static Object answer(
            String head, double[] points, long count, @Nullable String refusal) {
        return new Object[] {head, points, count, refusal};
    }

    /// A function that prints as nothing a guest could learn from.
    private record Named(ProxyExecutable function) implements ProxyExecutable {
        @Override
        public Object execute(Value... arguments) {
            return function.execute(arguments);
        }

        @Override
        public String toString() {
            return "host";
        }
    }
}
