// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;

import dev.sextant.store.SampleAppender;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import dev.sextant.tenant.TenantId;
import dev.sextant.testing.DryRuns;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An evaluation whose host call outlives its time ends when its time is over, and harms nobody that comes after it.
@QuarkusTest
class SlowHostCallTest {
    private static final TenantId PATIENT = new TenantId("patient");
    private static final int LIMIT_MILLIS = 5_000;

    private static final String JAVASCRIPT =
            """
            import { rule, fire } from "sextant";
            export default rule({ id: "r", every: "1m", timeout: "5s", needs: ["metrics:read:slow.metric"],
              evaluate({ data }) {
                return data.metric("slow.metric").last("5m").max().map(s => fire(s, { value: s.value }));
              } });
            """;

    private static final String CATCHING =
            """
            import { rule, clear } from "sextant";
            export default rule({ id: "r", every: "1m", timeout: "5s", needs: ["metrics:read:slow.metric"],
              evaluate: ({ data }) => {
                try {
                  return data.metric("slow.metric").last("5m").max().map((s) => clear(s));
                } catch {
                  return [clear({ host: "a" })];
                }
              } });
            """;

    private static final String PYTHON =
            """
            from sextant import rule, fire

            @rule(id="r", every="1m", timeout="5s", needs=["metrics:read:slow.metric"])
            def evaluate(ctx):
                return [fire(s, value=s.value) for s in ctx.data.metric("slow.metric").last("5m").max()]
            """;

    @Inject DryRuns runs;
    @Inject SampleAppender samples;
    @Inject SlowStore.Gate gate;

    private final Instant now = Instant.now();

    @BeforeEach
    void aPoint() {
        samples.append(
                PATIENT,
                List.of(
                        new Series(
                                new SeriesKey(SlowStore.METRIC, Labels.of("host", "a")),
                                new long[] {now.minusSeconds(5).toEpochMilli()},
                                new double[] {7})));
    }

    @AfterEach
    void openTheGate() {
        gate.open();
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript", "python"})
    void endsWithItsLimitAndTheNextOneIsRight(String language) {
        run(language).body("problem", equalTo(null)).body("verdicts[0].value", equalTo(7f));
        gate.shut();
        var began = System.nanoTime();

        run(language)
                .body("outcome", equalTo("limit"))
                .body("problem.limit.name", equalTo("wallTime"))
                .body("problem.limit.allowed", equalTo(LIMIT_MILLIS))
                .body("problem.limit.used", lessThan(LIMIT_MILLIS + 1_000))
                .body("verdicts.size()", equalTo(0));

        assertThat(gate.held()).isTrue();
        // The limit, the second, and what a busy machine takes to answer; the gate would hold it
        // for a minute.
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
        gate.open();
        run(language).body("problem", equalTo(null)).body("verdicts[0].value", equalTo(7f));
    }

    @Test
    void whatAScriptMakesOfAStoppedCallDoesNotCount() {
        gate.shut();

        runs.run(PATIENT, "javascript", CATCHING, now)
                .body("outcome", equalTo("limit"))
                .body("problem.limit.name", equalTo("wallTime"))
                .body("verdicts.size()", equalTo(0));
    }

    private ValidatableResponse run(String language) {
        return runs.run(PATIENT, language, language.equals("python") ? PYTHON : JAVASCRIPT, now);
    }
}
