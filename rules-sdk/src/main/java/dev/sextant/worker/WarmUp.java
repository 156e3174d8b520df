// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker;

import dev.sextant.protocol.Message;

/// Runs a small rule a few times before a worker says hello, so that its first real evaluation does not pay for
/// loading the language and parsing the prelude.
final class WarmUp {
    private static final int ROUNDS = 3;
    private static final Message.Bounds BOUNDS = new Message.Bounds(1_000, 10_000, 1_000);
    private static final String HEAD =
            "{\"series\":[{\"metric\":\"warm.up\",\"labels\":{\"host\":\"a\"},\"length\":1}]}";

    private final GuestLanguage language;

    WarmUp(GuestLanguage language) {
        this.language = language;
    }

    void run() {
        var rule = language.warmUpRule();
        for (int round = 0; round < ROUNDS; round++) {
            check(language.open().readHeader(new Message.ReadHeader(rule)));
            var task = new Message.Evaluate(rule, 60_000L * round, "{}", "{}", BOUNDS);
            check(language.open().evaluate(task, _ -> new Message.Rows(HEAD, new double[] {0, 2})));
            // And once as it goes wrong: a worker must have loaded what it needs to tell of an
            // error.
            var refused =
                    language.open().evaluate(task, _ -> new Message.Refusal("no data to warm up"));
            if (!(refused instanceof Message.Failed)) {
                throw new IllegalStateException("the warm-up rule did not fail: " + refused);
            }
        }
        language.awaitReady();
    }

    private static void check(Message.ToBackend outcome) {
        if (!(outcome instanceof Message.Evaluated) && !(outcome instanceof Message.HeaderRead)) {
            throw new IllegalStateException("the warm-up rule did not run: " + outcome);
        }
    }
}
