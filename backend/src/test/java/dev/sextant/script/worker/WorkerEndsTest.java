// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.worker;

import static dev.sextant.script.worker.TestScripts.request;
import static dev.sextant.script.worker.TestScripts.rows;
import static dev.sextant.script.worker.TestScripts.script;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.script.HostAnswer;
import dev.sextant.script.HostCalls;
import dev.sextant.script.Language;
import dev.sextant.script.LimitUse;
import dev.sextant.script.ScriptLimits;
import dev.sextant.script.ScriptOutcome;
import dev.sextant.tenant.TenantId;
import dev.sextant.testing.Await;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What ends an evaluation, or its worker, from outside: CPU time and memory.
@Timeout(180)
class WorkerEndsTest {
    private static final TenantId ACME = new TenantId("acme");

    private static final TenantId OTHER = new TenantId("other");
    private static final HostCalls HOST = _ -> rows(1);

    @TempDir Path runFolder;
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private WorkerSandbox sandbox;

    @BeforeEach
    void open() {
        sandbox =
                new WorkerSandbox(
                        new TestConfiguration(TestConfiguration.BUILT, runFolder, 4, 1),
                        new ObjectMapper(),
                        registry);
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void cpuTimeIsALimitOfItsOwn() {
        var times = new ScriptLimits.Times(Duration.ofSeconds(60), Duration.ofSeconds(1));
        var spent = new ArrayList<LimitUse>();
        HostCalls host =
                new HostCalls() {
                    @Override
                    public HostAnswer select(JsonNode plan) {
                        return rows(1);
                    }

                    @Override
                    public void spent(List<LimitUse> used) {
                        spent.addAll(used);
                    }
                };

        var outcome =
                sandbox.run(
                        ACME,
                        request(
                                script("for (;;) {}"),
                                new ScriptLimits(times, 5, 10, 2_000, 200_000)),
                        host);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ScriptOutcome.LimitPassed.class,
                        passed -> {
                            assertThat(passed.limit().name()).isEqualTo("cpuTime");
                            assertThat(passed.limit().used()).isBetween(1_000L, 5_000L);
                            assertThat(passed.message()).contains("cpuTime", "1s are allowed");
                        });
        assertThat(spent)
                .extracting(LimitUse::name)
                .containsExactlyInAnyOrder("wallTime", "cpuTime");
        assertThat(sandbox.run(ACME, request(script("log(1);"), ScriptLimits.standard()), host))
                .isInstanceOf(ScriptOutcome.Completed.class);
    }

    @Test
    void wallTimeEndsAnEvaluationWhoseHostCallStillRuns() {
        var asked = new CountDownLatch(1);
        HostCalls slow =
                _ -> {
                    asked.countDown();
                    awaitQuietly(new CountDownLatch(1), Duration.ofSeconds(30));
                    return rows(1);
                };
        var limits = ScriptLimits.standard().withWallTime(Duration.ofSeconds(2));
        assertThat(run(ACME, "log(1);")).isInstanceOf(ScriptOutcome.Completed.class);
        var began = System.nanoTime();

        var outcome =
                sandbox.run(
                        ACME,
                        request(script("data.metric(\"m\").last(\"5m\").rows();"), limits),
                        slow);

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(12));
        assertThat(asked.getCount()).isZero();
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ScriptOutcome.LimitPassed.class,
                        passed -> assertThat(passed.limit().name()).isEqualTo("wallTime"));
        assertThat(run(ACME, "log(2);")).isInstanceOf(ScriptOutcome.Completed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "const all = []; for (;;) all.push(new Array(1e6).fill(1.5));",
                "let s = \"x\"; const all = []; for (;;) { s = s + s.slice(0, 1e7); all.push(s + 1, JSON.parse(JSON.stringify(s))); }"
            })
    void aMemoryBombEndsItsOwnWorkerOnlyAndTheSpareServesNext(String body) {
        assertThat(run(OTHER, "log(1);")).isInstanceOf(ScriptOutcome.Completed.class);
        assertThat(run(ACME, "log(1);")).isInstanceOf(ScriptOutcome.Completed.class);
        Await.until(Duration.ofSeconds(60), "a spare", () -> sandbox.hasSpare(Language.JAVASCRIPT));
        long starts = starts();

        assertThat(run(ACME, body))
                .isInstanceOfAny(ScriptOutcome.LimitPassed.class, ScriptOutcome.Failed.class);

        assertThat(run(ACME, "log(2);")).isInstanceOf(ScriptOutcome.Completed.class);
        // Nobody waited for a JVM: none has come up meanwhile.
        assertThat(starts()).isEqualTo(starts);
        assertThat(run(OTHER, "log(3);")).isInstanceOf(ScriptOutcome.Completed.class);
    }

    private static void awaitQuietly(CountDownLatch latch, Duration longest) {
        try {
            var _ = latch.await(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private ScriptOutcome run(TenantId tenant, String body) {
        return sandbox.run(tenant, request(script(body), ScriptLimits.standard()), HOST);
    }

    private long starts() {
        return registry.timer("sextant.script.worker.starts").count();
    }
}
