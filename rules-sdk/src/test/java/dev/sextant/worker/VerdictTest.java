// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.protocol.Message;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What evaluate may return, and what becomes of it; headers and parameters as the engine reads them.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerdictTest {
    private final Guests guests = new Guests();
    private final ObjectMapper json = new ObjectMapper();

    @BeforeEach
    void twoHosts() {
        guests.answering(_ -> Guests.rows("a=0.5", "b=2"));
    }

    @AfterAll
    void close() {
        guests.close();
    }

    @Test
    void aVerdictAboutARowTakesItsLabelsAndItsValue() throws JsonProcessingException {
        var result =
                run(
                        "return data.metric(\"m\").last(\"5m\").whereNow(\">\", 0).map(s => fire(s, { score: 1.5, reason: `at ${s.entity}` }));");

        assertThat(result.path("judged").asBoolean()).isFalse();
        assertThat(result.path("verdicts")).hasSize(2);
        assertThat(result.path("verdicts").path(1))
                .isEqualTo(
                        json.readTree(
                                """
                                {"kind":"fire","labels":{"host":"b"},"severity":"warning","value":2,"score":1.5,
                                 "reason":{"en":"at b"},"charts":[]}
                                """));
    }

    @Test
    void judgeMarksTheResultAsJudged() throws JsonProcessingException {
        assertThat(
                        run("return data.metric(\"m\").last(\"5m\").judge(s => s.value > 1 ? fire(s) : clear(s));")
                                .path("judged")
                                .asBoolean())
                .isTrue();
    }

    @Test
    void generatorsNestedListsAndPlainObjectsAreResults() throws JsonProcessingException {
        var body =
                """
                const f = data.metric("m").last("5m");
                return (function* () {
                  yield unknown({ host: "x" }, "cannot tell");
                  yield [suppressed({ host: "y" }, { by: f.rows()[0].entity }), clear({ host: "z" })];
                  yield { entity: f.rows()[1].entity, severity: "critical", reason: { zh: "高" } };
                })();
                """;
        var verdicts = run(body).path("verdicts");

        assertThat(verdicts)
                .extracting(verdict -> verdict.path("kind").asText())
                .containsExactly("unknown", "suppressed", "clear", "fire");
        assertThat(verdicts.path(1).path("reason").path("en").asText())
                .isEqualTo("suppressed by a");
        assertThat(verdicts.path(3).path("reason").path("zh").asText()).isEqualTo("高");
    }

    @Test
    void aRuleThatReturnsNothingHasNoVerdicts() throws JsonProcessingException {
        assertThat(run("return;").path("verdicts")).isEmpty();
    }

    @Test
    void whatIsNoVerdictIsRefused() {
        assertThat(
                        Guests.problem(guests.evaluate("return data.metric(\"m\").last(\"5m\");"))
                                .message())
                .contains("say what they mean");
        assertThat(Guests.problem(guests.evaluate("return [7];")).message())
                .contains("among them is 7");
        assertThat(Guests.problem(guests.evaluate("return Promise.resolve([]);")).message())
                .contains("promise");
        assertThat(
                        Guests.problem(
                                        guests.evaluate(
                                                "return [clear({ a: 1 }), fire({ a: \"1\" })];"))
                                .message())
                .contains("two verdicts about a=1");
    }

    @Test
    void evidenceIsDrawnFromTheRowOrFromTheHost() throws JsonProcessingException {
        var result =
                run(
                        "return data.metric(\"m\").last(\"5m\").avg().map(s => fire(s, { evidence: [s.chart({ line: 1, title: \"T\" })] }));");

        assertThat(result.path("charts")).hasSize(2);
        var chart = result.path("charts").path(0);
        assertThat(chart.path("title").asText()).isEqualTo("T");
        assertThat(chart.path("lines").path(0).path("value").asInt()).isEqualTo(1);
        assertThat(chart.path("areas").path(0).path("from").asLong()).isEqualTo(86_100_000);
        assertThat(result.path("verdicts").path(1).path("charts").path(0).asInt()).isEqualTo(1);
    }

    @Test
    void countAsksForACountOnly() {
        guests.answering(_ -> new Message.Count(70_000));

        var outcome =
                guests.evaluate(
                        "if (data.metric(\"m\").last(\"5m\").count() !== 70000) throw new Error();");

        assertThat(outcome).isInstanceOf(Message.Evaluated.class);
    }

    @Test
    void parametersComeFromTheFormOrTheirDefaults() {
        var header =
                Guests.HEADER
                        + ", params: { share: p.percent(80), window: p.duration(\"5m\"), names: p.list([\"a\"]), n: p.int(3, { max: 9 }) }";
        var source =
                Guests.file(
                        header,
                        "log(params.share, `${params.window}`, params.window.minutes, params.names, params.n);");

        assertThat(guests.run(source, "{\"share\":12.5,\"n\":null}", "{}"))
                .isInstanceOfSatisfying(
                        Message.Evaluated.class,
                        done ->
                                assertThat(done.log().getFirst().text())
                                        .isEqualTo("0.125 5m 5 [\"a\"] 3"));
        assertThat(Guests.problem(guests.run(source, "{\"n\":10}", "{}")).message())
                .isEqualTo("parameter n must be at most 9, not 10");
        assertThat(Guests.problem(guests.run(source, "{\"m\":1}", "{}")).message())
                .contains("no parameter m");
    }

    @Test
    void needsBoundWhatIsRead() {
        var header = "id: \"r\", every: \"1m\", needs: [\"metrics:read:host.*\"]";

        assertThat(
                        guests.run(
                                Guests.file(
                                        header, "data.metric(\"host.cpu\").last(\"5m\").rows();"),
                                "{}",
                                "{}"))
                .isInstanceOf(Message.Evaluated.class);
        var problem =
                Guests.problem(
                        guests.run(Guests.file(header, "data.metric(\"svc.x\");"), "{}", "{}"));
        assertThat(problem.message()).contains("add \"metrics:read:svc.*\" to needs");
        assertThat(problem.line()).isEqualTo(4);
    }

    @Test
    void theHeaderIsNormalised() throws JsonProcessingException {
        var header =
                """
                id: "cpu", title: { en: "CPU", zh: "处理器" }, every: "90s", needs: ["metrics:read:*"], labels: { team: "core" },
                params: { border: p.number(1, { min: 0.5, title: "Border" }), hold: p.duration("120s") },
                fire: { for: "60s", clearBelow: 0.7, flap: { over: 20 } }, missing: { staleAfter: "10m", unless: "entity-ended" }\
                """;
        var read = (Message.HeaderRead) guests.header(Guests.file(header, ""));

        assertThat(json.readTree(read.headerJson()))
                .isEqualTo(
                        json.readTree(
                                """
                                {"id":"cpu","title":{"en":"CPU","zh":"处理器"},"description":{"en":""},
                                 "every":"90s","delay":"0s","timeout":"5s","needs":["metrics:read:*"],"modules":{},
                                 "params":[{"name":"border","kind":"number","default":1,"title":{"en":"Border"},"min":0.5},
                                           {"name":"hold","kind":"duration","default":"2m"}],
                                 "labels":{"team":"core"},
                                 "fire":{"for":"1m","keep":"0s","clearBelow":0.7,"flap":{"over":20}},
                                 "missing":{"staleAfter":"10m","unless":"entity-ended"}}
                                """));
    }

    private JsonNode run(String body) throws JsonProcessingException {
        return json.readTree(Guests.result(guests.evaluate(body)));
    }
}
