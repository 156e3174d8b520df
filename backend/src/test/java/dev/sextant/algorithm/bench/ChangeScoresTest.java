// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.bench.BenchReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The scores of TCPDBench, computed by hand.
class ChangeScoresTest {
    @TempDir Path folder;

    @Test
    void whatAllAgreeOnScoresOne() {
        var people = List.of(List.of(40), List.of(40));

        assertThat(ChangeScores.cover(100, people, List.of(40))).isEqualTo(1);
        assertThat(ChangeScores.f1(people, List.of(43))).isEqualTo(1);
    }

    @Test
    void nothingFoundCoversTheLongestPart() {
        var people = List.of(List.of(40), List.<Integer>of());

        // 0.4 * 0.4 + 0.6 * 0.6 for the first person, 1 for the second.
        assertThat(ChangeScores.cover(100, people, List.of())).isCloseTo(0.76, within(1e-12));
        // Precision 1 by the start; recall 1/2 and 1.
        assertThat(ChangeScores.f1(people, List.of())).isCloseTo(1.5 / 1.75, within(1e-12));
    }

    @Test
    void oneFoundChangeProvesOneTrueChange() {
        var people = List.of(List.of(40, 44));

        // Found: start and 42; true: start, 40, 44.
        assertThat(ChangeScores.f1(people, List.of(42)))
                .isCloseTo(2 * (2.0 / 3) / (1 + 2.0 / 3), within(1e-12));
        assertThat(ChangeScores.f1(people, List.of(50))).isCloseTo(0.4, within(1e-12));
    }

    @Test
    void theSuiteReadsItsFolder() throws IOException {
        var rows = new StringBuilder("index,v0\n");
        for (int i = 0; i < 60; i++) {
            rows.append(i).append(',').append(i == 7 ? "" : i < 30 ? "1" : "2").append('\n');
        }
        Files.writeString(folder.resolve("step.csv"), rows);
        Files.writeString(folder.resolve("pair.csv"), "index,v0,v1\n0,1,2\n");
        Files.writeString(
                folder.resolve("annotations.csv"),
                "series,annotator,change_points\nstep,6,30\nstep,7,29 \npair,6,\ngone,6,\n");
        var printed = new ByteArrayOutputStream();

        new TcpdSuite()
                .run(
                        folder,
                        new BenchReport(new PrintStream(printed, true, StandardCharsets.UTF_8)));

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .containsPattern("tcpd.series +1.00")
                .containsPattern("tcpd.f1 +1.00")
                .containsPattern("tcpd.cover +0.98");
    }
}
