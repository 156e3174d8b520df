// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.worker;

import static dev.sextant.script.worker.TestScripts.request;
import static dev.sextant.script.worker.TestScripts.rows;
import static dev.sextant.script.worker.TestScripts.script;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.script.ScriptLimits;
import dev.sextant.script.ScriptOutcome;
import dev.sextant.tenant.TenantId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A tenant whose scripts used up its CPU time of a minute waits; others do not notice.
@Timeout(120)
class TenantBudgetTest {
    private static final TenantId GREEDY = new TenantId("greedy");
    private static final TenantId MODEST = new TenantId("modest");

    @Test
    void whoeverUsesUpItsMinuteIsSkippedAndNobodyElse(@TempDir Path runFolder) {
        try (var sandbox = sandbox(runFolder)) {
            assertThat(run(sandbox, GREEDY, "for (;;) {}"))
                    .isInstanceOf(ScriptOutcome.LimitPassed.class);

            assertThat(run(sandbox, GREEDY, "log(1);"))
                    .isInstanceOfSatisfying(
                            ScriptOutcome.NotRun.class,
                            skipped -> {
                                assertThat(skipped.limit()).isNotNull();
                                assertThat(skipped.limit().name()).isEqualTo("tenantCpu");
                                assertThat(skipped.limit().used()).isGreaterThan(1_000);
                                assertThat(skipped.limit().allowed()).isEqualTo(1_000);
                                assertThat(skipped.reason()).contains("1s a minute are allowed");
                            });
            assertThat(run(sandbox, MODEST, "log(1);")).isInstanceOf(ScriptOutcome.Completed.class);
        }
    }

    private static ScriptOutcome run(WorkerSandbox sandbox, TenantId tenant, String body) {
        var times = new ScriptLimits.Times(Duration.ofSeconds(60), Duration.ofSeconds(3));
        var limits = new ScriptLimits(times, 10, 10, 2_000, 20_000);
        return sandbox.run(tenant, request(script(body), limits), _ -> rows(1));
    }

    private static WorkerSandbox sandbox(Path runFolder) {
        var configuration =
                new SmallRyeConfigBuilder()
                        .withMapping(WorkerConfiguration.class)
                        .withConverter(Duration.class, 200, new DurationConverter())
                        .withDefaultValue(
                                "sextant.script.worker-home", TestConfiguration.BUILT.toString())
                        .withDefaultValue("sextant.script.run-folder", runFolder.toString())
                        .withDefaultValue("sextant.script.spares", "0")
                        .withDefaultValue("sextant.script.limits.tenant-cpu-per-minute", "1s")
                        .build()
                        .getConfigMapping(WorkerConfiguration.class);
        return new WorkerSandbox(configuration, new ObjectMapper(), new SimpleMeterRegistry());
    }
}
