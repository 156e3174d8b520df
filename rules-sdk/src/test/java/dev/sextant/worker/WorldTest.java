// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.protocol.Message;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A rule is a pure function of its slot: clock and random come from it, nothing else is there, nothing stays.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorldTest {
    private final Guests guests = new Guests();

    @AfterAll
    void close() {
        guests.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Date.now()",
                "new Date().getTime()",
                "Reflect.construct(Date, []).getTime()",
                "new (new Date(0).constructor)().getTime()",
                "new (class extends Date {})().getTime()",
                "ctx.now.getTime()",
                "Date.parse(Date())"
            })
    void everyClockSaysTheSlot(String clock) {
        assertThat(logged("log(%s);".formatted(clock))).isEqualTo("86400000");
    }

    @Test
    void aDateFormatWithoutADateFormatsTheSlot() {
        assertThat(logged("log(new Intl.DateTimeFormat(\"en\").format());")).isEqualTo("1/2/1970");
        assertThat(logged("log(new Date(0).toString());"))
                .startsWith("Thu Jan 01 1970 00:00:00 GMT");
    }

    @Test
    void randomNumbersAreThoseOfTheSlot() {
        var body = "log([1, 2, 3].map(() => Math.random()));";

        assertThat(logged(body)).isEqualTo(logged(body)).doesNotContain("[0,", "null");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "setTimeout",
                "setInterval",
                "fetch",
                "require",
                "process",
                "Java",
                "Packages",
                "Polyglot",
                "load",
                "print",
                "console",
                "performance",
                "SharedArrayBuffer",
                "Atomics",
                "WeakRef",
                "FinalizationRegistry",
                "WebAssembly",
                "Temporal",
                "Worker",
                "Graal",
                "host",
                "settings"
            })
    void whatIsNotPureIsNotThere(String name) {
        assertThat(logged("log(typeof %s);".formatted(name))).isEqualTo("undefined");
    }

    @Test
    void nothingStaysForTheNextEvaluation() {
        guests.evaluate("globalThis.left = 1; Array.prototype.map = null; Object.prototype.x = 1;");

        assertThat(logged("log(typeof globalThis.left, [1].map(x => x), ({}).x);"))
                .isEqualTo("undefined [1] undefined");
    }

    @Test
    void aRuleThatChangesBuiltInsSpoilsItsOwnResultOnly() {
        guests.answering(_ -> Guests.rows("a=1"));
        guests.evaluate(
                "Array.prototype.toJSON = () => \"x\"; return data.metric(\"m\").last(\"5m\").map(s => fire(s));");

        assertThat(
                        Guests.result(
                                guests.evaluate(
                                        "return data.metric(\"m\").last(\"5m\").map(s => fire(s));")))
                .contains("\"kind\":\"fire\"");
    }

    @Test
    void aRuleThatMakesItsResultVanishBreaksNothing() {
        assertThat(
                        Guests.result(
                                guests.evaluate(
                                        "Object.prototype.toJSON = () => undefined; return [];")))
                .isEqualTo("null");
    }

    @Test
    void theStateIsKeptAsJson() {
        var source = Guests.file(Guests.HEADER, "state.count = (state.count ?? 0) + 1;");

        assertThat(guests.run(source, "{}", "{\"count\":41}"))
                .isInstanceOfSatisfying(
                        Message.Evaluated.class,
                        done -> assertThat(done.stateJson()).isEqualTo("{\"count\":42}"));
        assertThat(guests.evaluate("state.text = \"x\".repeat(3000);"))
                .isInstanceOfSatisfying(
                        Message.LimitPassed.class,
                        passed -> assertThat(passed.limit()).isEqualTo("stateBytes"));
    }

    @Test
    void aLongLogIsCutAndSaysSo() {
        var outcome =
                guests.evaluate(
                        "for (let i = 0; i < 1e5; i++) log(`line ${i}`); log.warn(\"end\");");

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Message.Evaluated.class,
                        done -> {
                            assertThat(done.log()).hasSizeBetween(50, 150);
                            assertThat(done.log().getLast().text()).contains("cut here");
                        });
    }

    private String logged(String body) {
        if (guests.evaluate(body) instanceof Message.Evaluated(_, _, var log)) {
            return log.getFirst().text();
        }
        throw new AssertionError("not evaluated");
    }
}
