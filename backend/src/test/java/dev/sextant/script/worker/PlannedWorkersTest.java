// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.worker;

import static dev.sextant.script.worker.TestScripts.request;
import static dev.sextant.script.worker.TestScripts.rows;
import static dev.sextant.script.worker.TestScripts.script;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.script.ScriptOutcome;
import dev.sextant.tenant.PlanConfig;
import dev.sextant.tenant.PlanName;
import dev.sextant.tenant.Plans;
import dev.sextant.tenant.TenantId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A tenant whose plan says so has workers with a heap, a stack and counted statements of its own; others do not notice.
@Timeout(180)
@TestInstance(Lifecycle.PER_CLASS)
class PlannedWorkersTest {
    private static final TenantId PLANNED = new TenantId("planned");
    private static final TenantId OTHER = new TenantId("other");
    private static final long HEAP = 128L << 20;

    /// Says how deep it came.
    private static final String DEEP =
            "let depth = 0; const down = () => { depth++; down(); }; try { down(); } catch { log(depth); }";

    private ConfiguredScriptLimits limits;
    private WorkerSandbox sandbox;

    @BeforeAll
    void open(@TempDir Path runFolder) {
        var plans =
                new SmallRyeConfigBuilder()
                        .withMapping(PlanConfig.class)
                        .withConverter(Duration.class, 200, new DurationConverter())
                        .withConverter(MemorySize.class, 200, new MemorySizeConverter())
                        .withDefaultValue("sextant.plans.own.script.heap", "128M")
                        .withDefaultValue("sextant.plans.own.script.stack", "32M")
                        .withDefaultValue("sextant.plans.own.script.statements", "3000000")
                        .withDefaultValue("sextant.plans.own.script.rows", "2")
                        .build()
                        .getConfigMapping(PlanConfig.class)
                        .plans();
        var configuration = new TestConfiguration(TestConfiguration.BUILT, runFolder, 2, 0);
        limits =
                new ConfiguredScriptLimits(
                        configuration,
                        new Plans(
                                plans,
                                tenant ->
                                        tenant.equals(PLANNED)
                                                ? new PlanName("own")
                                                : PlanName.STANDARD));
        sandbox =
                new WorkerSandbox(
                        configuration, limits, new ObjectMapper(), new SimpleMeterRegistry());
    }

    @AfterAll
    void close() {
        sandbox.close();
    }

    @Test
    void theStackIsThePlans() {
        // Eight times as large; how deep a script comes in it varies with what is compiled.
        assertThat(depth(PLANNED)).isGreaterThan(3 * depth(OTHER));
    }

    private int depth(TenantId tenant) {
        return switch (run(tenant, DEEP)) {
            case ScriptOutcome.Completed(var _, var _, var log) ->
                    Integer.parseInt(log.getFirst().text());
            case ScriptOutcome other -> throw new AssertionError(other.toString());
        };
    }

    @Test
    void statementsAreCountedForThePlan() {
        var loop = "let sum = 0; for (let n = 0; n < 5e6; n++) { sum += n; } log(sum);";

        assertPassed(run(PLANNED, loop), "statements", 3_000_000);
        assertThat(run(OTHER, loop)).isInstanceOf(ScriptOutcome.Completed.class);
    }

    @Test
    void theHeapIsThePlans() {
        assertPassed(
                run(PLANNED, "const all = []; for (;;) all.push(new Array(1e5).fill(1.5));"),
                "memory",
                HEAP);
        assertThat(run(PLANNED, "log(1);")).isInstanceOf(ScriptOutcome.Completed.class);
    }

    @Test
    void whatThePlanLeavesOutIsAsForAll() {
        assertThat(limits.find(PLANNED).rows()).isEqualTo(2);
        assertThat(limits.find(PLANNED).hostCalls()).isEqualTo(limits.find(OTHER).hostCalls());
        assertPassed(run(PLANNED, "data.metric(\"m\").last(\"5m\").rows();"), "rows", 2);
    }

    private static void assertPassed(ScriptOutcome outcome, String name, long allowed) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ScriptOutcome.LimitPassed.class,
                        passed -> {
                            assertThat(passed.limit().name()).isEqualTo(name);
                            assertThat(passed.limit().allowed()).isEqualTo(allowed);
                        });
    }

    private ScriptOutcome run(TenantId tenant, String body) {
        return sandbox.run(tenant, request(script(body), limits.find(tenant)), _ -> rows(3));
    }
}
