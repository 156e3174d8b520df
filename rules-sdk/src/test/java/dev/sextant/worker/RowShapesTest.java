// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.protocol.Message;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Rows of versus, burnRate and join: their members, what is missing, one host call for all of it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RowShapesTest {
    private static final String FRAMES =
            "const m = data.metric(\"m\").last(\"5m\"), r = data.ratio(\"a\", \"b\");\n";

    private final Guests guests = new Guests();

    @AfterAll
    void close() {
        guests.close();
    }

    @Test
    void aRowOfVersusKnowsWhatWasBefore() {
        answering(
                """
                {"series":[{"metric":"m","labels":{"host":"a"},"length":1,
                  "sides":{"before":{"metric":"m","length":2}}},
                 {"metric":"m","labels":{"host":"b"},"length":1}]}
                """,
                10,
                6,
                8,
                9,
                1,
                2,
                10,
                5);

        assertThat(
                        logged(
                                "m.versus(\"1w\").map(s => log(s.value, s.before, s.ratio, s.difference, s.times));"))
                .isEqualTo("6 2 3 4 [10]");
        assertThat(
                        logged(
                                "for (const s of m.versus(\"1w\")) if (s.labels.host === \"b\") log(s.value, s.before, s.ratio, s.difference);"))
                .isEqualTo("5 NaN NaN NaN");
        assertThat(guests.plans()).hasSize(2);
    }

    @Test
    void aRowOfABurnRateIsBreachedWhenEveryWindowIs() {
        answering(
                """
                {"series":[{"metric":"a","labels":{},"length":1,
                  "sides":{"5m":{"metric":"a","length":1},"1h":{"metric":"a","length":1}}}]}
                """,
                10,
                15,
                10,
                20,
                10,
                15);

        assertThat(logged("r.burnRate({ slo: 99.9 }).map(s => log(s.value, s.burn, s.breached));"))
                .isEqualTo("15 {\"5m\":20,\"1h\":15} true");
        assertThat(
                        logged(
                                "r.burnRate({ slo: 99.9, factor: 15 }).map(s => log(s.breached, JSON.stringify(s)));"))
                .isEqualTo(
                        "false {\"metric\":\"a\",\"labels\":{},\"time\":10,\"value\":15,\"burn\":{\"5m\":20,\"1h\":15},\"breached\":false}");
    }

    @Test
    void aRowOfAJoinHasARowPerFrameWhichMayBeMissing() {
        answering(
                """
                {"series":[{"metric":"m","labels":{"host":"a"},"length":1,"sides":{
                  "errors":{"metric":"m","length":1,"sides":{"before":{"metric":"m","length":1}}}}}]}
                """,
                10,
                1,
                10,
                8,
                10,
                2);
        var join = "m.join({ errors: m.versus(\"1w\"), burn: r.burnRate({ slo: 0.9 }), n: m })";

        assertThat(
                        logged(
                                join
                                        + ".map(s => log(s.value, s.errors.ratio, s.errors.isMissing, s.errors.entity));"))
                .isEqualTo("1 4 false {\"host\":\"a\"}");
        assertThat(
                        logged(
                                join
                                        + ".map(s => log(s.burn.isMissing, s.burn.value, s.burn.breached, s.n.isMissing, s.n.values, s.isMissing));"))
                .isEqualTo("true NaN false true [] false");
        assertThat(guests.plans()).hasSize(2);
    }

    @Test
    void aJoinedFrameIsBuiltWithoutAskingAndCountedInTheHost() {
        Guests.result(
                guests.evaluate(
                        FRAMES
                                + "m.join({ v: m.versus(\"1w\"), b: r.burnRate({ slo: 0.9 }) }).top(3).except(m.absent());"));
        assertThat(guests.plans()).isEmpty();

        guests.answering(_ -> new Message.Count(7));
        assertThat(logged("log(m.join({ v: m.versus(\"1w\") }).count());")).isEqualTo("7");
        assertThat(guests.plans()).hasSize(1);
    }

    @Test
    void evidenceOfAVersusShowsBothStretches() {
        answering(
                """
                {"series":[{"metric":"m","labels":{"host":"a"},"length":2,
                  "sides":{"before":{"metric":"m","length":2}}}]}
                """,
                1,
                2,
                6,
                7,
                1,
                2,
                3,
                4);

        assertThat(
                        Guests.result(
                                guests.evaluate(
                                        FRAMES
                                                + "return m.versus(\"1w\").map(s => fire(s, { evidence: [s.chart()] }));")))
                .contains(
                        "\"name\":\"a\",\"labels\":{\"host\":\"a\"},\"times\":[1,2],\"values\":[6,7]",
                        "\"name\":\"a before\",\"labels\":{\"host\":\"a\"},\"times\":[1,2],\"values\":[3,4]");
    }

    @Test
    void everyShapeCanBeDrawn() {
        answering("{\"series\":[]}");
        var charts =
                "[m.versus(\"1w\"), r.last(\"5m\"), r.burnRate({ slo: 0.9 }), m.absent(), m.join({ n: m }), m.except(m)].map(f => f.chart())";

        assertThat(
                        Guests.result(
                                guests.evaluate(
                                        FRAMES
                                                + "return [fire({ a: 1 }, { evidence: "
                                                + charts
                                                + ".slice(0, 3) }), fire({ a: 2 }, { evidence: "
                                                + charts
                                                + ".slice(3) })];")))
                .contains("\"charts\":[0,1,2]", "\"charts\":[3,4,5]");
        assertThat(guests.plans().get(2))
                .contains("\"operator\":\"over\"", "\"step\":\"5m\"", "\"last\":\"1h\"");
    }

    @Test
    void durationsAndDatesHaveArithmetic() {
        assertThat(
                        logged(
                                "const d = new Duration(\"5m\"); log(String(d.plus(\"30s\")), String(d.minus(\"1h\")), String(d.times(1.5)), d.over(\"1m\"), String(d.over(2)), d.compare(\"4m\"), d.before(ctx.now), d.after(0), new Date(ctx.now - d), d > new Duration(\"1m\"));"))
                .isEqualTo(
                        "330s -55m 450s 5 150s 1 \"1970-01-01T23:55:00.000Z\" \"1970-01-01T00:05:00.000Z\" \"1970-01-01T23:55:00.000Z\" true");
    }

    private void answering(String head, double... points) {
        guests.answering(_ -> new Message.Rows(head, points));
    }

    private String logged(String body) {
        if (guests.evaluate(FRAMES + body) instanceof Message.Evaluated(_, _, var log)) {
            return log.getFirst().text();
        }
        throw new AssertionError("not evaluated: " + guests.evaluate(FRAMES + body));
    }
}
