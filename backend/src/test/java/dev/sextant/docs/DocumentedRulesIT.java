// SPDX-License-Identifier: Apache-2.0
package dev.sextant.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.acceptance.SharedSextant;
import dev.sextant.testing.RunningSextant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every block of the documentation that begins with an import is a rule without a complaint, and those on the machine's
/// own metrics run.
@ExtendWith(SharedSextant.class)
class DocumentedRulesIT {
    private static final Pattern BLOCK =
            Pattern.compile("(?ms)^```(js|python)\\n((?:import|from sextant import) .*?)^```");

    /// A rule in the documentation.
    ///
    /// @param page the page it stands in
    record Sample(Path page, String language, String source) {
        @Override
        public String toString() {
            return page + " " + language;
        }
    }

    static List<Sample> samples() throws IOException {
        return LinksTest.pages().stream().flatMap(DocumentedRulesIT::samplesOf).toList();
    }

    private static Stream<Sample> samplesOf(Path page) {
        try {
            return BLOCK
                    .matcher(Files.readString(page))
                    .results()
                    .map(found -> new Sample(page, language(found.group(1)), found.group(2)))
                    .toList()
                    .stream();
        } catch (IOException problem) {
            throw new IllegalStateException(problem);
        }
    }

    private static String language(String fence) {
        return fence.equals("js") ? "javascript" : fence;
    }

    @Test
    void thereAreSamples() throws IOException {
        assertThat(samples())
                .extracting(Sample::page)
                .map(Path::getFileName)
                .map(Path::toString)
                .contains(
                        "README.md",
                        "README.zh-CN.md",
                        "your-first-alert.md",
                        "your-first-alert.zh-CN.md",
                        "rules.md");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aSampleIsARuleWithoutComplaints(Sample sample, RunningSextant sextant) {
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
    @MethodSource("samples")
    void aSampleOnTheMachinesMetricsRuns(Sample sample, RunningSextant sextant) {
        if (!sample.source().contains("\"host.")) {
            return;
        }
        var answer =
                sextant.rest()
                        .post(
                                "/api/v1/rules/run",
                                Map.of("source", sample.source(), "language", sample.language()));

        assertThat(answer.body().path("outcome").asText()).as(answer.text()).isEqualTo("completed");
        assertThat(answer.body().path("verdicts")).isNotEmpty();
    }
}
