// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// Each operator of the SDK makes the plan that the query engine reads (plans.psv: expression | plan), and asks nobody
/// before a terminal does.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlanTest {
    private final Guests guests = new Guests();
    private final ObjectMapper json = new ObjectMapper();

    @AfterAll
    void close() {
        guests.close();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/worker/plans.psv", delimiter = '|', quoteCharacter = '\u0001')
    void operatorsMakePlans(String expression, String plan) throws JsonProcessingException {
        Guests.result(
                guests.evaluate(
                        "const m = data.metric(\"m\").last(\"5m\");\n(%s).rows();"
                                .formatted(expression)));

        var asked = guests.plans();
        assertThat(asked).hasSize(1);
        assertThat(json.readTree(asked.getFirst())).isEqualTo(json.readTree(plan));
    }

    @Test
    void buildingAPlanAsksNobody() {
        Guests.result(
                guests.evaluate(
                        "data.metric(\"m\").where({ host: \"a\" }).by(\"host\").last(\"5m\").avg().top(3);"));

        assertThat(guests.plans()).isEmpty();
    }

    @Test
    void eachTerminalAsksOnceAndAFrameRemembersItsRows() {
        var body =
                """
                const f = data.metric("m").last("5m").avg();
                for (const s of f) log(s.value);
                f.map(s => clear(s)); f.judge(s => clear(s)); f.rows();
                f.times(2).map(s => clear(s));
                """;
        Guests.result(guests.evaluate(body));

        assertThat(guests.plans()).hasSize(2);
    }

    @Test
    void aChartIsStretchedAndNarrowedToItsRow() throws JsonProcessingException {
        guests.answering(_ -> Guests.rows("a=1", "b=2"));
        var body =
                """
                return data.metric("m").where({ host: ["a", "b"] }).by("host").last("1m").max().whereNow(">", 0)
                  .times(2).top(1).map(s => s.labels.host === "a" && fire(s, { evidence: [s.chart({ around: "6h" })] }))
                  .filter(Boolean);
                """;
        Guests.result(guests.evaluate(body.replace(".whereNow(\">\", 0)\n  ", "")));

        List<String> asked = guests.plans();
        assertThat(asked).hasSize(2);
        assertThat(json.readTree(asked.getLast()))
                .isEqualTo(
                        json.readTree(
                                """
                                {"op":"arithmetic","operator":"times","right":2,"left":
                                 {"op":"select","metric":"m","where":{"host":"a"},"by":["host"],"last":"6h",
                                  "step":"2m","aggregate":"max"}}
                                """));
    }
}
