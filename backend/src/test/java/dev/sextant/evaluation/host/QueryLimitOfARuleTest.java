// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.host;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import dev.sextant.store.SampleAppender;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import dev.sextant.tenant.TenantId;
import dev.sextant.testing.DryRuns;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A rule whose query passes a limit of queries ends with that limit, by name, not with an error.
@QuarkusTest
class QueryLimitOfARuleTest {
    private static final TenantId NARROW = new TenantId("narrow");

    private static final String JAVASCRIPT =
            """
            import { rule } from "sextant";
            export default rule({ id: "r", every: "1m", timeout: "30s", needs: ["metrics:read:*"],
              evaluate({ data }) {
                data.metric("m").last("5m").rows();
              } });
            """;

    private static final String PYTHON =
            """
            from sextant import rule

            @rule(id="r", every="1m", timeout="30s", needs=["metrics:read:*"])
            def evaluate(ctx):
                ctx.data.metric("m").last("5m").rows()
            """;

    @Inject DryRuns runs;
    @Inject SampleAppender samples;

    @ParameterizedTest
    @CsvSource({"javascript, 4", "python, 5"})
    void isALimitWithItsName(String language, int line) {
        var now = Instant.now();
        samples.append(NARROW, List.of(minutes(now)));

        runs.run(NARROW, language, language.equals("python") ? PYTHON : JAVASCRIPT, now)
                .body("outcome", equalTo("limit"))
                .body("problem.message", containsString("tenant narrow may read 3 at once"))
                .body("problem.line", equalTo(line))
                .body("problem.limit.name", equalTo("queryPoints"))
                .body("problem.limit.used", greaterThan(3))
                .body("problem.limit.allowed", equalTo(3))
                .body("cost.limits.find { it.name == 'queryPoints' }.used", greaterThan(3))
                .body("cost.queries[0].problem", equalTo("too-many-points"));
    }

    private static Series minutes(Instant now) {
        var times = new long[5];
        for (int back = 0; back < times.length; back++) {
            times[times.length - 1 - back] = now.minusSeconds(1 + 30L * back).toEpochMilli();
        }
        return new Series(new SeriesKey("m", Labels.of("host", "a")), times, new double[5]);
    }
}
