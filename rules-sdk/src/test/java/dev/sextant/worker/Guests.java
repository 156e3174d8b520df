// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker;

import dev.sextant.protocol.Message;
import dev.sextant.protocol.Message.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Runs rules within the test's JVM, as a worker would, against a host that the test plays.
public final class Guests implements AutoCloseable {
    static final String HEADER = "id: \"r\", every: \"1m\", needs: [\"metrics:read:*\"]";
    private static final Message.Bounds BOUNDS = new Message.Bounds(2_000, 1_000_000, 2_000);

    private final JavaScriptLanguage language = new JavaScriptLanguage();
    private final List<String> plans = new ArrayList<>();
    private Function<String, Message.ToWorker> host = _ -> rows();

    /// The plans that the rules asked for since the last call.
    public List<String> plans() {
        var asked = List.copyOf(plans);
        plans.clear();
        return asked;
    }

    /// From now on a host call is answered so.
    public Guests answering(Function<String, Message.ToWorker> answer) {
        host = answer;
        return this;
    }

    /// A frame of one-point series of metric m, one per "host=value".
    public static Message.Rows rows(String... hostAndValue) {
        var head = new StringBuilder("{\"series\":[");
        var points = new double[2 * hostAndValue.length];
        for (int index = 0; index < hostAndValue.length; index++) {
            var parts = hostAndValue[index].split("=");
            head.append(index == 0 ? "" : ",")
                    .append("{\"metric\":\"m\",\"labels\":{\"host\":\"")
                    .append(parts[0])
                    .append("\"},\"length\":1}");
            points[2 * index] = 60_000;
            points[2 * index + 1] = Double.parseDouble(parts[1]);
        }
        return new Message.Rows(head.append("]}").toString(), points);
    }

    /// Runs the body of an `evaluate(ctx)` on line 4 of a rule file.
    public Message.ToBackend evaluate(String body) {
        return run(file(HEADER, body), "{}", "{}");
    }

    public Message.ToBackend run(String source, String parameters, String state) {
        return run(new Message.Program("rule.js", source, List.of()), parameters, state);
    }

    Message.ToBackend evaluate(Message.Program program) {
        return run(program, "{}", "{}");
    }

    private Message.ToBackend run(Message.Program program, String parameters, String state) {
        var task = new Message.Evaluate(program, 86_400_000L, parameters, state, BOUNDS);
        return language.open()
                .evaluate(
                        task,
                        call -> {
                            plans.add(call.planJson());
                            return host.apply(call.planJson());
                        });
    }

    public Message.ToBackend header(String source) {
        return language.open()
                .readHeader(
                        new Message.ReadHeader(new Message.Program("rule.js", source, List.of())));
    }

    Message.ToBackend tests(Message.Program program) {
        return language.open().readTests(new Message.ReadTests(program));
    }

    static String file(String header, String body) {
        return """
        import { rule, p, fire, clear, suppressed, unknown, not, Duration } from "sextant";
        export default rule({ %s,
          evaluate(ctx) { const { data, params, log, state } = ctx;
        %s
          } });
        """
                .formatted(header, body);
    }

    static Problem problem(Message.ToBackend outcome) {
        return switch (outcome) {
            case Message.Failed(var problem, _) -> problem;
            case Message.HeaderRejected(var problems) -> problems.getFirst();
            case Message.Hello _,
                    Message.HostCall _,
                    Message.Evaluated _,
                    Message.HeaderRead _,
                    Message.LimitPassed _,
                    Message.Cancelled _ ->
                    throw new AssertionError("no failure but " + outcome);
        };
    }

    static String result(Message.ToBackend outcome) {
        if (outcome instanceof Message.Evaluated(var json, _, _)) {
            return json;
        }
        throw new AssertionError("not evaluated but " + outcome);
    }

    @Override
    public void close() {
        language.close();
    }

    String surface() {
        return language.open().surface();
    }
}
