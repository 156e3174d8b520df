// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.protocol.Message;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The four rules by which the language was designed, as they stand there: their headers are read, and they ask
/// and judge the same in both languages.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DesignRulesTest {
    private static final String SUSPECT =
            """
            {"series":[{"metric":"svc.requests","labels":{"service":"pay"},"length":1,"explain":"low",
              "sides":{"score":{"length":1},"expected":{"length":1},"lower":{"length":1},"upper":{"length":1}}}]}
            """;
    private static final double[] SUSPECT_POINTS = {
        60_000, 500, 60_000, 2.5, 60_000, 900, 60_000, 800, 60_000, 1000
    };
    private static final String FILLING =
            """
            {"series":[{"metric":"node.disk.used_ratio","labels":{"host":"a"},"length":1,
              "sides":{"fit":{"length":1},"earliest":{"length":1},"median":{"length":1},"latest":{"length":1},
              "expected":{"length":1},"lower":{"length":1},"upper":{"length":1}}}]}
            """;
    private static final double[] FILLING_POINTS = {
        60_000,
        0.9,
        0,
        0.8,
        0,
        172_800_000,
        0,
        360_000_000,
        0,
        Double.POSITIVE_INFINITY,
        60_000,
        1,
        60_000,
        1,
        60_000,
        1
    };

    private final Guests javascript = new Guests();
    private final PythonGuests python = new PythonGuests();
    private final ObjectMapper json = new ObjectMapper();

    @AfterAll
    void close() {
        javascript.close();
    }

    @Test
    void theDynamicRuleAsksOnceForAllSeriesTheSameInBothLanguages() throws IOException {
        python.plans();
        javascript.answering(_ -> new Message.Rows(SUSPECT, SUSPECT_POINTS));
        python.answering(_ -> new Message.Rows(SUSPECT, SUSPECT_POINTS));

        var script = tree(Guests.result(run("kpi-dynamic.rule.js"))).path("verdicts").path(0);
        var snake = tree(Guests.result(run("kpi_dynamic.rule.py"))).path("verdicts").path(0);

        var asked = tree(javascript.plans().getFirst());
        assertThat(asked.toString())
                .startsWith("{\"op\":\"except\",\"input\":{\"op\":\"except\"")
                .contains("\"use\":\"anomaly.auto\"", "\"atLeast\":\"4 of 5\"");
        assertThat(tree(python.plans().getFirst())).isEqualTo(asked);
        assertThat(script.path("severity").asText()).isEqualTo("critical");
        assertThat(script.path("reason").path("zh").asText()).isEqualTo("500，常态 800~1000");
        assertThat(snake.path("score").asDouble()).isEqualTo(2.5);
    }

    @Test
    void theEarlyWarningReadsTimesToTheLimit() throws IOException {
        python.answering(_ -> new Message.Rows(FILLING, FILLING_POINTS));

        var verdict = tree(Guests.result(run("disk_full.rule.py"))).path("verdicts").path(0);

        assertThat(verdict.path("kind").asText()).isEqualTo("fire");
        assertThat(verdict.path("reason").path("en").asText())
                .isEqualTo("full in 4 d 4 h (80 %: 2 d to more than 7 d)");
    }

    @Test
    void bothLanguagesGiveTheSameHeader() throws IOException {
        var script = (ObjectNode) header("kpi-dynamic.rule.js");
        var snake = (ObjectNode) header("kpi_dynamic.rule.py");

        assertThat(script.remove("title").path("zh").asText()).isEqualTo("指标偏离常态");
        assertThat(snake.remove("title").path("en").asText()).isEqualTo("kpi-dynamic");
        assertThat(snake).isEqualTo(script);
        assertThat(script.path("fire").path("flap").path("over").asInt()).isEqualTo(20);
    }

    @Test
    void theOtherHeadersAreRead() throws IOException {
        assertThat(header("availability.rule.js").path("params").path(1).path("tag").asText())
                .isEqualTo("tier");
        assertThat(header("disk_full.rule.py").path("cron").asText()).isEqualTo("*/10 * * * *");
    }

    private JsonNode header(String file) throws IOException {
        var text = text(file);
        var outcome = file.endsWith(".py") ? python.header(text) : javascript.header(text);
        assertThat(outcome).isInstanceOf(Message.HeaderRead.class);
        return tree(((Message.HeaderRead) outcome).headerJson());
    }

    private Message.ToBackend run(String file) throws IOException {
        var text = text(file);
        return file.endsWith(".py")
                ? python.run(text, "{}", "{}")
                : javascript.run(text, "{}", "{}");
    }

    private JsonNode tree(String text) throws JsonProcessingException {
        return json.readTree(text);
    }

    private static String text(String file) throws IOException {
        try (var stream = DesignRulesTest.class.getResourceAsStream("/rules/" + file)) {
            assertThat(stream).as(file).isNotNull();
            return new String(stream.readAllBytes(), UTF_8);
        }
    }
}
