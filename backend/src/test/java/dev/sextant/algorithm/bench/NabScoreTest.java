// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.algorithm.bench.NabScore.Profile;
import dev.sextant.algorithm.bench.NabSeries.Window;
import dev.sextant.bench.BenchReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The benchmark's rules, point by point: 100 points, of which the first 15 are probation, and one
/// window of 50 to 59.
class NabScoreTest {
    private static final int POINTS = 100;
    private static final NabSeries SERIES =
            new NabSeries(
                    "made-up",
                    IntStream.range(0, POINTS).mapToLong(i -> 300L * i).toArray(),
                    new double[POINTS],
                    List.of(new Window(50, 59)));

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource
    void nothingDetectedIsZeroAndTheWindowsFirstPointIsAHundred(Profile profile) {
        assertThat(score(profile)).isZero();
        assertThat(score(profile, 50)).isCloseTo(100, within(1e-9));
    }

    @Test
    void aLateDetectionIsWorthLessAndASecondOneNothing() {
        var late = (1 + sigmoid(-0.1) / sigmoid(-1)) / 2 * 100;
        assertThat(score(Profile.STANDARD, 59)).isCloseTo(late, within(1e-9));
        assertThat(score(Profile.STANDARD, 50, 55, 59)).isCloseTo(100, within(1e-9));
    }

    @Test
    void aWrongDetectionCostsByItsDistanceBehindAWindow() {
        assertThat(score(Profile.STANDARD, 30)).isCloseTo(-5.5, within(1e-9));
        assertThat(score(Profile.LOW_FALSE_POSITIVES, 30)).isCloseTo(-11, within(1e-9));
        assertThat(score(Profile.STANDARD, 60)).isCloseTo(5.5 * sigmoid(1 / 9.0), within(1e-9));
        assertThat(score(Profile.STANDARD, 90)).isCloseTo(-5.5, within(1e-9));
    }

    @Test
    void probationCountsForNothing() {
        assertThat(score(Profile.STANDARD, 0, 14)).isZero();
        assertThat(score(Profile.STANDARD, 15)).isNegative();
    }

    @Test
    void theBestThresholdIsTheSameForAllFiles() {
        var score = new NabScore(Profile.STANDARD);
        var right = new double[POINTS];
        right[50] = 0.8;
        right[20] = 0.7;
        var wrong = new double[POINTS];
        wrong[50] = 0.6;
        score.add(SERIES, right);
        score.add(SERIES, wrong);
        assertThat(score.at(0.75)).isCloseTo(50, within(1e-9));
        assertThat(score.best()).isCloseTo(100 - 100 * 0.11 / 4, within(1e-9));
    }

    @Test
    void anAlarmIsToldAgainAfterFiftyPointsOnly() {
        var scores = new double[120];
        Arrays.fill(scores, 10, 75, 2);
        scores[5] = 0.9;
        var told = NabSuite.told(scores);
        assertThat(IntStream.range(0, told.length).filter(i -> told[i] > 0))
                .containsExactly(5, 10, 60);
    }

    @Test
    void theSuiteReadsAFolderAndAddsItsFigures() throws IOException {
        var series = new StringBuilder("ts,value\n");
        for (var i = 0; i < 1000; i++) {
            series.append(300 * i).append(',').append(i == 800 ? 50 : i % 10).append('\n');
        }
        Files.writeString(folder.resolve("group__one.csv"), series);
        Files.writeString(
                folder.resolve("windows.csv"), "series,from_ts,to_ts\ngroup__one,240000,246000\n");
        var console = new ByteArrayOutputStream();
        new NabSuite().run(folder, new BenchReport(new PrintStream(console)));
        assertThat(console.toString(StandardCharsets.UTF_8))
                .containsPattern("nab.standard +100.00")
                .containsPattern("nab.lowFp +100.00")
                .containsPattern("nab.lowFn +100.00")
                .containsPattern("nab.fixedBorder.share +1.00");
    }

    private static double score(Profile profile, int... detections) {
        var scores = new double[POINTS];
        for (var detection : detections) {
            scores[detection] = 1;
        }
        var score = new NabScore(profile);
        score.add(SERIES, scores);
        return score.at(1);
    }

    private static double sigmoid(double position) {
        return 2 / (1 + Math.exp(5 * position)) - 1;
    }
}
