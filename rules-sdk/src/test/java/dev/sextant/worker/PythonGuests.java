// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker;

import dev.sextant.protocol.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Runs Python rules within the test's JVM, as a worker would, against a host that the test plays.
public final class PythonGuests {
    static final String HEADER = "id=\"r\", every=\"1m\", needs=[\"metrics:read:*\"]";
    private static final Message.Bounds BOUNDS = new Message.Bounds(2_000, 1_000_000, 2_000);

    /// One for all tests of a JVM: the first context of an engine takes many seconds.
    private static final PythonLanguage LANGUAGE = new PythonLanguage();

    private final List<String> plans = new ArrayList<>();
    private Function<String, Message.ToWorker> host = _ -> Guests.rows();

    /// The plans that the rules asked for since the last call.
    public List<String> plans() {
        var asked = List.copyOf(plans);
        plans.clear();
        return asked;
    }

    /// From now on a host call is answered so.
    public PythonGuests answering(Function<String, Message.ToWorker> answer) {
        host = answer;
        return this;
    }

    /// Runs the body of an `evaluate(ctx)` from line 5 of a rule file on.
    public Message.ToBackend evaluate(String body) {
        return run(file(HEADER, body), "{}", "{}");
    }

    public Message.ToBackend run(String source, String parameters, String state) {
        return run(new Message.Program("rule.py", source, List.of()), parameters, state);
    }

    public Message.ToBackend run(Message.Program program, String parameters, String state) {
        var task = new Message.Evaluate(program, 86_400_000L, parameters, state, BOUNDS);
        return LANGUAGE.open()
                .evaluate(
                        task,
                        call -> {
                            plans.add(call.planJson());
                            return host.apply(call.planJson());
                        });
    }

    Message.ToBackend tests(Message.Program program) {
        return LANGUAGE.open().readTests(new Message.ReadTests(program));
    }

    public Message.ToBackend header(String source) {
        var program = new Message.Program("rule.py", source, List.of());
        return LANGUAGE.open().readHeader(new Message.ReadHeader(program));
    }

    static String file(String header, String body) {
        return """
        from sextant import rule, P, fire, clear, suppressed, unknown, not_, Duration
        @rule(%s)
        def evaluate(ctx):
            data, params, log, state = ctx.data, ctx.params, ctx.log, ctx.state
        %s
        """
                .formatted(header, body.stripTrailing().indent(4).stripTrailing());
    }

    static String surface() {
        return LANGUAGE.surface();
    }

    int contextsMade() {
        return LANGUAGE.contextsMade();
    }
}
