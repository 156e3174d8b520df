// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.bench.BenchReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A made-up scenario in the form of the public files: page calls cart and search; search gets slow, then page fails by itself.
class PetShopSuiteTest {
    private static final String HEADS =
            """
            microservice,page,page,page,cart,cart,cart,search,search,search
            metric,latency,availability,requests,latency,availability,requests,latency,availability,requests
            statistic,Average,Average,Sum,Average,Average,Sum,Average,Average,Sum
            unix_timestamp,,,,,,,,,
            """;

    private final Random random = new Random(3);

    @TempDir Path folder;

    @Test
    void countsTheFirstAndTheFirstThree() throws IOException {
        var scenario = Files.createDirectories(folder.resolve("shop"));
        Files.writeString(
                scenario.resolve("graph.csv"),
                ",page,cart,search\npage,0.0,1.0,1.0\ncart,0.0,0.0,0.0\nsearch,0.0,0.0,0.0\n");
        var quiet = Files.createDirectories(scenario.resolve("noissue"));
        var rows = new StringBuilder(HEADS);
        for (int i = 0; i < 50; i++) {
            rows.append(row(i * 300, 0));
        }
        Files.writeString(quiet.resolve("metrics.csv"), rows);
        issue(scenario.resolve("issues/issue_0"), "search");
        issue(scenario.resolve("issues/issue_1"), "cart");
        var printed = new ByteArrayOutputStream();

        new PetShopSuite()
                .run(
                        folder,
                        new BenchReport(new PrintStream(printed, true, StandardCharsets.UTF_8)));

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .containsPattern("petshop.issues +2.00")
                .containsPattern("petshop.top1 +0.50")
                .containsPattern("petshop.top3 +1.00");
    }

    // In both, search is the node that gets slow; only the truth that is written beside it differs.
    private void issue(Path issue, String truth) throws IOException {
        Files.createDirectories(issue);
        var rows = HEADS + row(90_000, 0) + row(90_300, 0) + row(90_600, 2) + row(90_900, 2);
        Files.writeString(issue.resolve("metrics.csv"), rows);
        Files.writeString(
                issue.resolve("target.json"),
                """
                {"target": {"node": "page", "metric": "latency", "agg": "Average", "timestamp": 90610},
                 "root_cause": {"node": "%s", "metric": null}}
                """
                        .formatted(truth));
    }

    private String row(int time, double slower) {
        return "%d,%s,100,100,%s,100,50,%s,,60%n"
                .formatted(time, 3 + slower * 0.6 + noise(), 1 + noise(), 1 + slower + noise());
    }

    private double noise() {
        return 0.01 * random.nextGaussian();
    }
}
