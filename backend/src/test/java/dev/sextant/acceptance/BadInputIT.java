// SPDX-License-Identifier: Apache-2.0
package dev.sextant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.testing.Rest;
import dev.sextant.testing.RunningSextant;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xerial.snappy.Snappy;

/// What is wrong gets a clear answer, and nothing else stops: beside all of it runs a rule that must lose no slot.
@ExtendWith(SharedSextant.class)
class BadInputIT {
    private static final String WITNESS = "bad-input-witness";
    private static final Map<String, String> REMOTE_WRITE =
            Map.of(
                    "Content-Type",
                    "application/x-protobuf",
                    "Content-Encoding",
                    "snappy",
                    "X-Prometheus-Remote-Write-Version",
                    "0.1.0");

    private static Rest rest;

    @BeforeAll
    static void startTheWitness(RunningSextant sextant) {
        rest = sextant.rest();
        var source = Scripts.body(WITNESS, "10s", "return [];");
        assertThat(rest.post("/api/v1/rules", Scripts.draft(source, Map.of())).status())
                .isEqualTo(201);
        Scripts.awaitCompleted(rest, WITNESS, 1);
    }

    @AfterAll
    static void nothingElseStopped() {
        Scripts.awaitCompleted(rest, WITNESS, Scripts.completed(rest, WITNESS) + 2);
        var slots =
                rest.get("/api/v1/rules/" + WITNESS + "/evaluations?limit=500")
                        .body()
                        .path("items");
        assertThat(slots.valueStream().map(slot -> slot.path("outcome").asText()))
                .as(
                        "the witness is never failed, cut off or lost; under load a slot may be skipped")
                .isSubsetOf("completed", "skipped");
        assertThat(rest.get("/q/health/ready").status()).isEqualTo(200);
        rest.delete("/api/v1/rules/" + WITNESS);
    }

    @Test
    void remoteWriteThatIsNoSnappy() {
        var answer =
                rest.postBytes(
                        "/api/v1/write",
                        "plain nonsense".getBytes(StandardCharsets.UTF_8),
                        REMOTE_WRITE);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("detail").asText()).containsIgnoringCase("snappy");
    }

    @Test
    void remoteWriteThatIsNoProtobuf() throws IOException {
        var damaged = Snappy.compress(new byte[] {10, 127, 1, 2, 3});

        var answer = rest.postBytes("/api/v1/write", damaged, REMOTE_WRITE);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("detail").asText()).isNotBlank();
        assertThat(answer.text()).doesNotContain("dev.sextant", "com.google", "Exception");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[",
                "{}",
                "[{\"metric\": 1}]",
                "[{\"metric\": \"x\", \"samples\": [[\"now\", 1]]}]"
            })
    void samplesThatAreNone(String body) {
        var answer = rest.post("/api/v1/samples", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("detail").asText()).isNotBlank();
    }

    @Test
    void aScriptWithASyntaxErrorIsNotSavedAndTheErrorHasItsPlace() {
        var source =
                "import { rule } from \"sextant\";\n\nexport default rule({ id: \"broken\", every: \"10s\", evaluate( { return [; } });\n";

        var saved = rest.post("/api/v1/rules", Scripts.draft(source, Map.of()));

        assertThat(saved.status()).isEqualTo(400);
        assertThat(saved.body().path("code").asText()).isEqualTo("invalid-rule");
        assertThat(saved.body().path("line").asInt()).isEqualTo(3);
        assertThat(saved.body().path("column").asInt()).isPositive();
        assertThat(rest.get("/api/v1/rules/broken").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "endless loop   | while (true) {}",
                "endless growth | const all = []; while (true) all.push(new Array(100000).fill(1.5));",
                "endless text   | let text = 'x'; while (true) text += text;",
                "huge number    | const huge = 7n ** 20000000n; return String(huge).length;"
            })
    void aScriptThatDoesNotEndIsCutOffAndChargedAlone(String name, String body) {
        var started = System.nanoTime();

        var answer = Scripts.run(rest, Scripts.body("endless", "2s", body));

        assertThat(answer.path("outcome").asText()).as(name).isIn("limit", "lost", "failed");
        assertThat(answer.at("/problem/message").asText()).isNotBlank();
        assertThat((System.nanoTime() - started) / 1_000_000_000L).isLessThan(120);
    }

    @Test
    void anUnknownMetricIsAnsweredWithTheNearMiss() {
        var answer =
                rest.post("/api/v1/query", Map.of("metric", "host.cpu.usage_rato", "last", "5m"));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body().path("code").asText()).isEqualTo("unknown-metric");
        assertThat(answer.body().path("detail").asText()).contains("host.cpu.usage_ratio");
    }

    @Test
    void aRuleOnAnUnknownMetricFailsWithTheNearMissAtItsLine() {
        var answer =
                Scripts.run(
                        rest,
                        Scripts.body(
                                "near-miss",
                                "5s",
                                "return data.metric(\"host.cpu.usage_rato\").last(\"5m\").rows();"));

        assertThat(answer.path("outcome").asText()).isEqualTo("failed");
        assertThat(answer.at("/problem/message").asText()).contains("host.cpu.usage_ratio");
        assertThat(answer.at("/problem/line").asInt()).isPositive();
    }

    @Test
    void aScriptThatThrowsSaysWhere() {
        var answer =
                Scripts.run(rest, Scripts.body("throws", "5s", "throw new Error(\"as planned\");"));

        assertThat(answer.path("outcome").asText()).isEqualTo("failed");
        assertThat(answer.at("/problem/message").asText()).contains("as planned");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "\"text\"",
                "{\"source\": 1}",
                "{\"source\": \"\", \"language\": \"cobol\"}"
            })
    void aRuleThatIsNoneIsRefused(String body) {
        var answer = rest.post("/api/v1/rules", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).doesNotContain("dev.sextant", "jackson", "Exception");
    }

    @Test
    void whatIsNotThereIsAProblemDocumentToo() {
        assertThat(rest.get("/api/v1/nothing").status()).isEqualTo(404);
        assertThat(rest.get("/api/v1/rules/nothing").body().path("status").asInt()).isEqualTo(404);
        assertThat(rest.get("/api/v1/alerts/nothing").status()).isEqualTo(404);
        assertThat(rest.get("/api/v1/evaluations/nothing").status()).isEqualTo(404);
    }
}
