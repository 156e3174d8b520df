// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.worker;

import static dev.sextant.script.worker.TestScripts.request;
import static dev.sextant.script.worker.TestScripts.rows;
import static dev.sextant.script.worker.TestScripts.script;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sextant.script.HeaderOutcome;
import dev.sextant.script.HostAnswer;
import dev.sextant.script.HostCalls;
import dev.sextant.script.Language;
import dev.sextant.script.Script;
import dev.sextant.script.ScriptLimits;
import dev.sextant.script.ScriptOutcome;
import dev.sextant.script.ScriptRequest;
import dev.sextant.tenant.TenantId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Real worker processes: what they answer, and that whatever a script does ends with that script.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
class WorkerSandboxTest {
    private static final TenantId ACME = new TenantId("acme");
    private static final ScriptLimits LIMITS =
            new ScriptLimits(
                    new ScriptLimits.Times(Duration.ofSeconds(20), Duration.ofSeconds(40)),
                    5,
                    10,
                    2_000,
                    200_000);
    private static final HostCalls NO_HOST =
            _ -> new HostAnswer.Refused("no-data", "this test has no data");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private WorkerSandbox sandbox;
    private Path runFolder;

    @BeforeAll
    void start(@TempDir Path folder) {
        runFolder = folder.resolve("run");
        sandbox = sandbox(new TestConfiguration(TestConfiguration.BUILT, runFolder, 2, 1));
        sandbox.start(new io.quarkus.runtime.StartupEvent());
    }

    @AfterAll
    void stop() {
        sandbox.close();
        assertThat(runFolder).isEmptyDirectory();
    }

    @Test
    void aRuleReadsThroughTheHostAndJudges() {
        var plans = new ArrayList<JsonNode>();
        HostCalls host =
                plan -> {
                    plans.add(plan);
                    return rows(2);
                };

        var outcome =
                run(
                        "return data.metric(\"m\").last(\"5m\").max().map(s => fire(s, { reason: `${s.values}` }));",
                        host);

        assertThat(outcome).isInstanceOf(ScriptOutcome.Completed.class);
        var verdict = ((ScriptOutcome.Completed) outcome).result().path("verdicts").path(1);
        assertThat(verdict.path("labels").path("host").asText()).isEqualTo("h1");
        assertThat(verdict.path("value").asDouble()).isEqualTo(1.5);
        assertThat(verdict.path("reason").path("en").asText()).isEqualTo("0.5,1.5");
        assertThat(plans)
                .singleElement()
                .satisfies(plan -> assertThat(plan.path("aggregate").asText()).isEqualTo("max"));
        assertThat(sandbox.status().compiled()).isTrue();
    }

    @Test
    void theSameSlotGivesTheSameBytes() {
        var body = "log(Date.now(), Math.random(), Math.random(), new Date());";

        assertThat(log(run(body, NO_HOST))).isEqualTo(log(run(body, NO_HOST))).contains("1000 ");
    }

    @Test
    void theStateComesBack() {
        var request =
                new ScriptRequest(
                        script("state.n = state.n + 1;"),
                        JsonNodeFactory.instance.objectNode(),
                        Instant.ofEpochMilli(1_000),
                        JsonNodeFactory.instance.objectNode().put("n", 1),
                        LIMITS);

        assertThat(sandbox.run(ACME, request, NO_HOST))
                .isInstanceOfSatisfying(
                        ScriptOutcome.Completed.class,
                        done -> assertThat(done.state().path("n").asInt()).isEqualTo(2));
    }

    @Test
    void aHeaderIsReadOrRefusedAtItsPlace() {
        assertThat(sandbox.header(ACME, script("")))
                .isInstanceOfSatisfying(
                        HeaderOutcome.Valid.class,
                        valid -> assertThat(valid.header().path("every").asText()).isEqualTo("1m"));
        assertThat(sandbox.header(ACME, new Script(Language.JAVASCRIPT, "let a = 1;\nlet b = ;")))
                .isEqualTo(
                        new HeaderOutcome.Invalid(
                                List.of(
                                        new HeaderOutcome.Diagnostic(
                                                "Expected an operand but found ;", 2, 9))));
        assertThat(sandbox.header(ACME, new Script(Language.JAVASCRIPT, "for (;;) {}")))
                .isInstanceOfSatisfying(
                        HeaderOutcome.Invalid.class,
                        refused ->
                                assertThat(refused.errors().getFirst().message())
                                        .contains("within 5s"));
    }

    @Test
    void aPythonRuleIsReadRunsAndHasItsErrorsAtTheirLines() {
        var rule =
                new Script(
                        Language.PYTHON,
                        """
                        from sextant import rule, P, fire

                        @rule(id="r", every="1m", needs=["metrics:read:*"], fire=dict(for_="2m"))
                        def evaluate(ctx, border=P.number(0.6)):
                            for s in ctx.data.metric("m").last("5m").max().where_now(">", border):
                                ctx.log(s.value, s.values)
                                yield fire(s, severity="critical", reason=f"{s.entity} at {s.value}")
                        """);

        assertThat(sandbox.header(ACME, rule))
                .isInstanceOfSatisfying(
                        HeaderOutcome.Valid.class,
                        valid ->
                                assertThat(valid.header().path("fire").path("for").asText())
                                        .isEqualTo("2m"));
        var outcome = sandbox.run(ACME, request(rule, LIMITS), _ -> rows(2));
        assertThat(log(outcome)).isEqualTo("0.5 [-0.5,0.5]");
        assertThat(((ScriptOutcome.Completed) outcome).result().path("verdicts"))
                .extracting(verdict -> verdict.path("reason").path("en").asText())
                .containsExactly("h0 at 0.5", "h1 at 1.5");

        var wrong = new Script(Language.PYTHON, rule.source().replace("s.entity", "s.entiti"));
        assertThat(sandbox.run(ACME, request(wrong, LIMITS), _ -> rows(2)))
                .isInstanceOfSatisfying(
                        ScriptOutcome.Failed.class,
                        failed -> {
                            assertThat(failed.line()).isEqualTo(7);
                            assertThat(failed.message()).contains("did you mean entity?");
                        });
    }

    @Test
    void aFailureHasItsLineAndARefusalOfTheHostToo() {
        assertThat(run("\nparams.x;", NO_HOST))
                .isInstanceOfSatisfying(
                        ScriptOutcome.Failed.class,
                        failed -> assertThat(failed.line()).isEqualTo(5));
        assertThat(run("data.metric(\"m\").last(\"5m\").rows();", NO_HOST))
                .isInstanceOfSatisfying(
                        ScriptOutcome.Failed.class,
                        failed -> {
                            assertThat(failed.message()).isEqualTo("this test has no data");
                            assertThat(failed.line()).isEqualTo(4);
                        });
    }

    @Test
    void tooManyRowsNameTheOperatorsToUse() {
        assertThat(run("data.metric(\"m\").last(\"5m\").rows();", _ -> rows(11)))
                .isInstanceOfSatisfying(
                        ScriptOutcome.LimitPassed.class,
                        passed ->
                                assertThat(passed.message())
                                        .contains(
                                                "11 rows",
                                                "iterate over 10",
                                                ".whereNow",
                                                ".top(n)"));
        assertThat(log(run("log(data.metric(\"m\").last(\"5m\").count());", _ -> rows(11))))
                .isEqualTo("11");
    }

    @Test
    void limitsAreNamedOutcomes() {
        assertLimit(
                "hostCalls",
                run(
                        "for (let i = 0; i < 9; i++) data.metric(\"m\").last(\"5m\").count();",
                        _ -> rows(1)));
        assertLimit(
                "hostCalls",
                run(
                        "for (let i = 0; i < 9; i++) { try { data.metric(\"m\").last(\"5m\").count(); } catch {} }",
                        _ -> rows(1)));
        assertLimit(
                "resultBytes",
                run(
                        "return Array.from({ length: 4999 }, (_, i) => clear({ id: `${i}` }));",
                        NO_HOST));
        assertLimit("stateBytes", run("state.x = \"y\".repeat(9999);", NO_HOST));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for (;;) {}",
                "while (true) { try { for (;;) {} } catch {} finally { continue; } }",
                "/^(a+)+\\1$/.test(\"a\".repeat(40) + \"c\");",
                "`${(7n ** (10n ** 7n)) ** 10n}`;",
                "data.metric(\"m\").last(\"5m\").rows(); for (;;) {}"
            })
    void whatDoesNotEndIsStoppedAndTheNextEvaluationIsRight(String body) {
        var limits = LIMITS.withWallTime(Duration.ofSeconds(1));

        assertLimit("wallTime", sandbox.run(ACME, request(script(body), limits), _ -> rows(1)));
        assertThat(log(run("log(1 + 1);", NO_HOST))).isEqualTo("2");
    }

    @Test
    void whatAScriptDoesToBuiltInsIsNotMetByTheNext() {
        run(
                "Array.prototype.map = () => [fire({ forged: \"1\" })]; JSON.stringify = () => \"{}\"; globalThis.x = 1;",
                NO_HOST);

        assertThat(log(run("log(typeof x, [1].map(n => n + 1));", NO_HOST)))
                .isEqualTo("undefined [2]");
    }

    @Test
    void aForgedResultIsTheScriptsFailure() {
        assertThat(run("Array.prototype.toJSON = () => 7; return [];", NO_HOST))
                .isInstanceOfSatisfying(
                        ScriptOutcome.Failed.class,
                        failed -> assertThat(failed.message()).contains("no list of verdicts"));
    }

    @Test
    void withoutAWorkerTheReasonIsToldButNoPath(@TempDir Path empty) {
        var broken = sandbox(new TestConfiguration(empty, empty.resolve("run"), 1, 0));

        assertThat(broken.run(ACME, request(script(""), LIMITS), NO_HOST))
                .isInstanceOfSatisfying(
                        ScriptOutcome.NotRun.class,
                        refused ->
                                assertThat(refused.reason())
                                        .contains("scripts cannot run")
                                        .doesNotContain("/"));
        broken.close();
    }

    @Test
    void itCountsItsRuns() {
        run("log(1);", NO_HOST);

        assertThat(registry.get("sextant.script.run").tag("outcome", "completed").timer().count())
                .isPositive();
        assertThat(registry.get("sextant.script.workers").gauge().value()).isPositive();
    }

    private WorkerSandbox sandbox(WorkerConfiguration configuration) {
        return new WorkerSandbox(configuration, new ObjectMapper(), registry);
    }

    private ScriptOutcome run(String body, HostCalls host) {
        return sandbox.run(ACME, request(script(body), LIMITS), host);
    }

    private static void assertLimit(String limit, ScriptOutcome outcome) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ScriptOutcome.LimitPassed.class,
                        passed -> assertThat(passed.limit().name()).isEqualTo(limit));
    }

    private static String log(ScriptOutcome outcome) {
        assertThat(outcome).isInstanceOf(ScriptOutcome.Completed.class);
        return ((ScriptOutcome.Completed) outcome).log().getFirst().text();
    }
}
