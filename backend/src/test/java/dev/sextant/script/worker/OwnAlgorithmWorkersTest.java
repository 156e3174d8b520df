// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sextant.laboratory.AlgorithmRuns;
import dev.sextant.laboratory.AlgorithmRuns.Batch;
import dev.sextant.laboratory.AlgorithmRuns.Ending;
import dev.sextant.laboratory.AlgorithmRuns.Program;
import dev.sextant.laboratory.AlgorithmVersion.Text;
import dev.sextant.script.HostAnswer;
import dev.sextant.script.HostCalls;
import dev.sextant.script.ScriptLimits;
import dev.sextant.script.ScriptOutcome;
import dev.sextant.telemetry.Frame;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import dev.sextant.tenant.TenantId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Algorithms of tenants' own on real worker processes, of which there are as few as can be.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
class OwnAlgorithmWorkersTest {
    private static final TenantId ACME = new TenantId("acme");
    private static final TenantId GLOBEX = new TenantId("globex");
    private static final Duration SHORT = Duration.ofSeconds(5);
    private static final String TWICE = "(values) => values.map((value) => 2 * value)";

    private WorkerSandbox sandbox;
    private AlgorithmRuns runs;

    @BeforeAll
    void start(@TempDir Path folder) {
        sandbox =
                new WorkerSandbox(
                        new TestConfiguration(TestConfiguration.BUILT, folder.resolve("run"), 1, 0),
                        new ObjectMapper(),
                        new SimpleMeterRegistry());
        runs = new AlgorithmRuns(sandbox, _ -> ScriptLimits.standard().withWallTime(SHORT));
    }

    @AfterAll
    void end() {
        sandbox.close();
    }

    @Test
    void scoresManySeriesWithOneCall() {
        var ending = run(TWICE);

        assertThat(ending).isInstanceOf(Ending.Ran.class);
        if (ending instanceof Ending.Ran(var answers, var cost)) {
            assertThat(answers).hasSize(2);
            assertThat(answers.getFirst().sides().get("score")).containsExactly(4, 6);
            assertThat(answers.getLast().sides().get("score")).containsExactly(16);
            assertThat(answers.getLast().sides().get("upper")).containsOnly(Double.NaN);
            assertThat(cost.wall()).isPositive();
        }
    }

    @Test
    void anEvaluationThatHoldsTheOnlyWorkerMayWaitForAnAlgorithm() {
        var seen = new AtomicReference<Ending>();
        HostCalls host =
                new HostCalls() {
                    @Override
                    public HostAnswer select(JsonNode plan) {
                        seen.set(run(TWICE));
                        return new HostAnswer.Rows(new Frame(series()));
                    }
                };

        var outcome =
                sandbox.run(
                        ACME,
                        TestScripts.request(
                                TestScripts.script(
                                        "return [clear({ a: \"b\" }, { value: data.metric(\"m\").last(\"1m\").rows().length })];"),
                                ScriptLimits.standard()),
                        host);

        assertThat(seen.get()).isInstanceOf(Ending.Ran.class);
        assertThat(outcome).isInstanceOf(ScriptOutcome.Completed.class);
    }

    @Test
    void whatEndsNeverIsStoppedAndTheNextRunsAsBefore() {
        assertThat(message(run("(values) => { while (true) {} }")))
                .startsWith("own/x@1: limit wallTime: the script was stopped after 5");
        assertThat(
                        message(
                                run(
                                        "(values) => { const all = []; while (true) all.push(new Array(1e6).fill(1)); }")))
                .contains("own/x@1: ");
        assertThat(run(TWICE)).isInstanceOf(Ending.Ran.class);
        assertThat(runs.run(GLOBEX, program(TWICE), batch())).isInstanceOf(Ending.Ran.class);
    }

    @Test
    void whatIsWrongIsToldWithVersionLineAndSeries() {
        assertThat(message(run("(values) => { throw new Error(\"no\"); }")))
                .isEqualTo("own/x@1 line 2 at series {\"host\":\"a\"}: Error: no");
        assertThat(message(run("(values) => [NaN, NaN, NaN].slice(0, values.length)")))
                .startsWith("own/x@1: the score of series m{host=\"a\"} at point 2 of 3");
        assertThat(message(run("(values) => [1]")))
                .endsWith("at series {\"host\":\"a\"}: score has 1 numbers; 3 are wanted");
    }

    @Test
    void aScriptThatBreaksTheSdkIsNotBelieved() {
        var source =
                """
                import { algorithm } from "sextant";
                const write = JSON.stringify;
                Array.prototype.push = function (x) { return 0; };
                Object.defineProperty(Object.prototype, "answers", { get: () => [[9]], set() {} });
                export default algorithm({ score: (values) => values });
                """;
        var ending =
                runs.run(
                        ACME,
                        new Program("own/x@1", "anomaly", new Text("javascript", source, "")),
                        batch());

        assertThat(message(ending)).startsWith("own/x@1");
    }

    @Test
    void pythonForetells() {
        var source =
                """
                from sextant import algorithm, P

                @algorithm(title="last")
                def forecast(values, times, horizon, by=P.number(1)):
                    return {"expected": [values[-1] * by] * horizon, "explanation": "goes on"}
                """;
        var options = JsonNodeFactory.instance.objectNode().put("by", 2);
        var program = new Program("own/x@1", "forecast", new Text("python", source, ""));
        var slow =
                new AlgorithmRuns(
                        sandbox, _ -> ScriptLimits.standard().withWallTime(Duration.ofSeconds(60)));

        var ending =
                slow.run(ACME, program, new Batch(series(), List.of(2, 1), options, Instant.EPOCH));

        assertThat(ending).isInstanceOf(Ending.Ran.class);
        if (ending instanceof Ending.Ran(var answers, _)) {
            assertThat(answers.getFirst().sides().get("expected")).containsExactly(6, 6);
            assertThat(answers.getFirst().explanation()).isEqualTo("goes on");
        }
    }

    private Ending run(String score) {
        return runs.run(ACME, program(score), batch());
    }

    private static Program program(String score) {
        var source =
                "import { algorithm } from \"sextant\";\nexport default algorithm({ score: %s });\n"
                        .formatted(score);
        return new Program("own/x@1", "anomaly", new Text("javascript", source, ""));
    }

    private static Batch batch() {
        return new Batch(
                series(), List.of(2, 5), JsonNodeFactory.instance.objectNode(), Instant.EPOCH);
    }

    private static List<Series> series() {
        return List.of(
                new Series(
                        new SeriesKey("m", Labels.of("host", "a")),
                        new long[] {1, 2, 3},
                        new double[] {1, 2, 3}),
                new Series(
                        new SeriesKey("m", Labels.of("host", "b")),
                        new long[] {1},
                        new double[] {8}));
    }

    private static String message(Ending ending) {
        if (ending instanceof Ending.Failed(var message, _, _)) {
            return message;
        }
        throw new AssertionError("it did not fail: " + ending);
    }
}
