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
import dev.sextant.script.LimitUse;
import dev.sextant.script.ScriptLimits;
import dev.sextant.script.ScriptOutcome;
import dev.sextant.tenant.TenantId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whatever limit ends an evaluation is named with what was used and what is allowed, and what was used of the others is
/// told as well.
@Timeout(180)
@TestInstance(Lifecycle.PER_CLASS)
class LimitNamesTest {
    private static final ScriptLimits LIMITS =
            new ScriptLimits(
                    new ScriptLimits.Times(Duration.ofSeconds(20), Duration.ofSeconds(40)),
                    3,
                    10,
                    2_000,
                    20_000);

    private final TenantId tenant = new TenantId("acme");
    private final List<LimitUse> spent = new ArrayList<>();
    private WorkerSandbox sandbox;

    @BeforeAll
    void open(@TempDir Path runFolder) {
        sandbox =
                new WorkerSandbox(
                        new TestConfiguration(TestConfiguration.BUILT, runFolder, 2, 0),
                        new ObjectMapper(),
                        new SimpleMeterRegistry());
    }

    @AfterAll
    void close() {
        sandbox.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    rows        | 11    | 10    | data.metric("m").last("5m").rows();
                    hostCalls   | 4     | 3     | for (let n = 0; n < 9; n++) { data.metric("m").last("5m").count(); }
                    stateBytes  | 5008  | 2000  | state.x = "y".repeat(5000);
                    resultBytes | 40000 | 20000 | return Array.from({ length: 100 }, (_, n) => fire({ host: "h" + n }, { reason: "x".repeat(400) }));
                    """)
    void aLimitIsNamedWithUsedAndAllowed(String name, long used, long allowed, String body) {
        var outcome = run(body, 11);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ScriptOutcome.LimitPassed.class,
                        passed -> {
                            assertThat(passed.limit().name()).isEqualTo(name);
                            assertThat(passed.limit().used()).isGreaterThanOrEqualTo(used);
                            assertThat(passed.limit().allowed()).isEqualTo(allowed);
                            assertThat(spent).contains(passed.limit());
                        });
        assertThat(spent).extracting(LimitUse::name).contains("wallTime");
    }

    @Test
    void aLimitOfAHostCallIsToldAtTheLineOfTheCall() {
        assertThat(run("log(1);\ndata.metric(\"m\").last(\"5m\").rows();", 11))
                .isInstanceOfSatisfying(
                        ScriptOutcome.LimitPassed.class,
                        passed -> {
                            assertThat(passed.line()).isEqualTo(5);
                            assertThat(passed.message()).contains("11 rows");
                            assertThat(passed.log()).hasSize(1);
                        });
    }

    @Test
    void aScriptThatCopesWithARefusalPassesNoLimit() {
        assertThat(
                        run(
                                "try { data.metric(\"m\").last(\"5m\").rows(); } catch { log(\"so be it\"); }",
                                11))
                .isInstanceOf(ScriptOutcome.Completed.class);
        assertThat(spent).contains(new LimitUse("rows", 11, 10, ""));
    }

    @Test
    void memoryIsTheWholeHeapOfTheWorker() {
        long heap = 160L << 20;

        assertThat(run("const all = []; for (;;) all.push(new Array(1e6).fill(1.5));", 1))
                .isInstanceOfSatisfying(
                        ScriptOutcome.LimitPassed.class,
                        passed ->
                                assertThat(passed.limit())
                                        .isEqualTo(new LimitUse("memory", heap, heap, "bytes")));
    }

    @Test
    void anEvaluationThatKeepsToItsLimitsTellsWhatItUsed() {
        assertThat(run("log(\"abc\"); state.a = 1; data.metric(\"m\").last(\"5m\").rows();", 2))
                .isInstanceOf(ScriptOutcome.Completed.class);

        assertThat(spent)
                .contains(
                        new LimitUse("hostCalls", 1, 3, ""),
                        new LimitUse("rows", 2, 10, ""),
                        new LimitUse("points", 4, 1_000_000, ""),
                        new LimitUse("stateBytes", 7, 2_000, "bytes"),
                        new LimitUse("logBytes", 3, 2_000, "bytes"));
    }

    private ScriptOutcome run(String body, int rows) {
        spent.clear();
        HostCalls host =
                new HostCalls() {
                    @Override
                    public HostAnswer select(JsonNode plan) {
                        return rows(rows);
                    }

                    @Override
                    public void spent(List<LimitUse> uses) {
                        spent.addAll(uses);
                    }
                };
        return sandbox.run(tenant, request(script(body), LIMITS), host);
    }
}
