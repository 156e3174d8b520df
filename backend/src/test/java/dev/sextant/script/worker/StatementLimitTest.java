// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.worker;

import static dev.sextant.script.worker.TestScripts.request;
import static dev.sextant.script.worker.TestScripts.rows;
import static dev.sextant.script.worker.TestScripts.script;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.script.HeaderOutcome;
import dev.sextant.script.Language;
import dev.sextant.script.LimitUse;
import dev.sextant.script.Script;
import dev.sextant.script.ScriptLimits;
import dev.sextant.script.ScriptOutcome;
import dev.sextant.tenant.TenantId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Where statements are counted, a script that runs too many is stopped by that, long before its time is over, and its
/// worker goes on.
@Timeout(180)
class StatementLimitTest {
    private static final int MOST = 2_000_000;
    private static final TenantId ACME = new TenantId("acme");
    private static final Script LOOP = script("for (;;) {}");
    private static final String PYTHON =
            """
            from sextant import rule

            @rule(id="r", every="1m")
            def evaluate(ctx):
                for n in range(%d):
                    n += 1
                ctx.log(n)
            """;

    private WorkerSandbox sandbox;

    @BeforeEach
    void open(@TempDir Path runFolder) {
        var configuration =
                new SmallRyeConfigBuilder()
                        .withMapping(WorkerConfiguration.class)
                        .withConverter(Duration.class, 200, new DurationConverter())
                        .withDefaultValue(
                                "sextant.script.worker-home", TestConfiguration.BUILT.toString())
                        .withDefaultValue("sextant.script.run-folder", runFolder.toString())
                        .withDefaultValue("sextant.script.spares", "0")
                        .withDefaultValue("sextant.script.python-spares", "0")
                        .withDefaultValue("sextant.script.limits.statements", "" + MOST)
                        .build()
                        .getConfigMapping(WorkerConfiguration.class);
        sandbox = new WorkerSandbox(configuration, new ObjectMapper(), new SimpleMeterRegistry());
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void inJavaScript() {
        assertPassed(run(LOOP));
        assertThat(run(script("log(1);"))).isInstanceOf(ScriptOutcome.Completed.class);
    }

    @Test
    void aHeaderIsCountedToo() {
        var header = new Script(Language.JAVASCRIPT, "for (;;) {}");

        assertThat(sandbox.header(ACME, header).toString()).contains("more than 2,000,000");
        assertThat(sandbox.header(ACME, LOOP)).isInstanceOf(HeaderOutcome.Valid.class);
    }

    @Test
    void inPythonWhoseContextIsKept() {
        assertPassed(run(python(MOST)));
        // Each of them alone is within the limit, together they are not.
        for (int round = 0; round < 3; round++) {
            assertThat(run(python(MOST / 4))).isInstanceOf(ScriptOutcome.Completed.class);
        }
    }

    private static Script python(int rounds) {
        return new Script(Language.PYTHON, PYTHON.formatted(rounds));
    }

    private ScriptOutcome run(Script script) {
        var limits = ScriptLimits.standard().withWallTime(Duration.ofSeconds(60));
        return sandbox.run(ACME, request(script, limits), _ -> rows(1));
    }

    private static void assertPassed(ScriptOutcome outcome) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ScriptOutcome.LimitPassed.class,
                        passed -> {
                            assertThat(passed.limit())
                                    .isEqualTo(new LimitUse("statements", MOST + 1, MOST, ""));
                            assertThat(passed.message()).contains("2,000,001 statements");
                        });
    }
}
