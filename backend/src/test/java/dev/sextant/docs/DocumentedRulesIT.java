// SPDX-License-Identifier: Apache-2.0
package dev.sextant.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.acceptance.SharedSextant;
import dev.sextant.testing.RunningSextant;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every rule of the documentation is one without a complaint, the first ones run, and its tests pass.
@ExtendWith(SharedSextant.class)
class DocumentedRulesIT {
    static List<Sample> rules() throws IOException {
        return Sample.all().stream().filter(Sample::isRule).toList();
    }

    static List<Sample> tests() throws IOException {
        return Sample.all().stream().filter(Sample::isTest).toList();
    }

    @Test
    void thereAreSamplesInBothLanguages() throws IOException {
        assertThat(rules())
                .extracting(sample -> sample.page().getFileName() + " " + sample.language())
                .contains(
                        "README.md javascript",
                        "README.zh-CN.md javascript",
                        "your-first-alert.md javascript",
                        "your-first-alert.zh-CN.md javascript",
                        "rules.md javascript",
                        "write-a-rule.md javascript",
                        "write-a-rule.md python",
                        "write-a-rule.zh-CN.md python");
        assertThat(tests()).hasSizeGreaterThanOrEqualTo(4);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aSampleIsARuleWithoutComplaints(Sample sample, RunningSextant sextant) throws IOException {
        saveModules(sextant);
        var answer =
                sextant.rest()
                        .post(
                                "/api/v1/rules/check",
                                Map.of("source", sample.source(), "language", sample.language()));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("diagnostics")).isEmpty();
        assertThat(answer.body().at("/header/id").asText()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aSampleOnTheMachinesMetricsRuns(Sample sample, RunningSextant sextant) throws IOException {
        if (!sample.source().contains("\"host.")) {
            return;
        }
        saveModules(sextant);
        var answer =
                sextant.rest()
                        .post(
                                "/api/v1/rules/run",
                                Map.of("source", sample.source(), "language", sample.language()));

        assertThat(answer.body().path("outcome").asText()).as(answer.text()).isEqualTo("completed");
        assertThat(answer.body().path("verdicts")).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("tests")
    void aTestPasses(Sample sample, RunningSextant sextant) throws IOException {
        saveModules(sextant);
        var answer =
                sextant.rest()
                        .post(
                                "/api/v1/rules/test",
                                Map.of(
                                        "source", sample.rule(),
                                        "language", sample.language(),
                                        "tests", sample.source()));

        assertThat(answer.body().path("passed").asBoolean()).as(answer.text()).isTrue();
    }

    private static void saveModules(RunningSextant sextant) throws IOException {
        for (var sample : Sample.all()) {
            if (sample.isModule()) {
                var saved =
                        sextant.rest()
                                .post(
                                        "/api/v1/modules",
                                        Map.of(
                                                "name", sample.moduleName(),
                                                "source", sample.source()));
                assertThat(saved.status()).as(saved.text()).isIn(201, 409);
            }
        }
    }
}
