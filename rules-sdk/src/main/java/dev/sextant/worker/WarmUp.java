// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker;

import dev.sextant.protocol.Message;

/// Runs a small rule a few times before a worker says hello, so that its first real evaluation does not pay for
/// loading the language and parsing the prelude.
final class WarmUp {
    private static final int ROUNDS = 3;
    private static final Message.Bounds BOUNDS = new Message.Bounds(1_000, 10_000, 1_000);
    private static final String RULE =
            """
            import { rule, p, fire } from "sextant";
            export default rule({
              id: "warm-up", every: "1m", needs: ["metrics:read:*"], params: { border: p.number(1) },
              evaluate({ params, data }) {
                return data.metric("warm.up").by("host").last("5m").avg().whereNow(">", params.border)
                  .map(s => fire(s.entity, { value: s.value, reason: { en: `${s.value}` } }));
              },
            });
            """;
    private static final String HEAD =
            "{\"series\":[{\"metric\":\"warm.up\",\"labels\":{\"host\":\"a\"},\"length\":1}]}";

    private final GuestEngine engine;

    WarmUp(GuestEngine engine) {
        this.engine = engine;
    }

    void run() {
        var source = new Message.Source("warm-up.rule.js", RULE);
        for (int round = 0; round < ROUNDS; round++) {
            check(new Evaluation(engine).readHeader(new Message.ReadHeader(source)));
            var task = new Message.Evaluate(source, 60_000L * round, "{}", "{}", BOUNDS);
            check(
                    new Evaluation(engine)
                            .evaluate(task, _ -> new Message.Rows(HEAD, new double[] {0, 2})));
        }
    }

    private static void check(Message.ToBackend outcome) {
        if (!(outcome instanceof Message.Evaluated) && !(outcome instanceof Message.HeaderRead)) {
            throw new IllegalStateException("the warm-up rule did not run: " + outcome);
        }
    }
}
