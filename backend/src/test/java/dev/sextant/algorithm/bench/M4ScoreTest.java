// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.algorithm.forecast.Interval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class M4ScoreTest {
    @TempDir Path folder;

    @Test
    void measuresAreThoseOfTheCompetition() {
        var series = new M4Series("W1", new double[] {1, 3, 2, 4}, new double[] {5, 10});
        var interval = new Interval(0.95, new double[] {4, 4}, new double[] {6, 8});
        var score = M4Score.of(series, 1, new double[] {5, 6}, interval);
        assertThat(score.smape()).isCloseTo(200 * (4.0 / 16) / 2, within(1e-9));
        assertThat(score.mase()).isCloseTo(2 / (5.0 / 3), within(1e-9));
        assertThat(score.msis()).isCloseTo((2 + 4 + 40 * 2) / 2.0 / (5.0 / 3), within(1e-6));
    }

    @Test
    void naive2GoesOnWithTheLastPointWithoutSeason() {
        assertThat(M4Score.naive2(new double[] {1, 3, 2, 4}, 1, 2)).containsExactly(4, 4);
    }

    @Test
    void naive2KeepsASeason() {
        var series = new double[40];
        for (int i = 0; i < series.length; i++) {
            series[i] = new double[] {80, 100, 120, 100}[i % 4];
        }
        assertThat(M4Score.naive2(series, 4, 4))
                .containsExactly(new double[] {80, 100, 120, 100}, within(1e-9));
    }

    @Test
    void seriesAreReadAsTheyArePublished() throws IOException {
        var head = "\"V1\",\"V2\",\"V3\"\n";
        Files.writeString(folder.resolve("hourly-train.csv"), head + "\"H1\",\"1\",\"2.5\",,NA\n");
        Files.writeString(folder.resolve("hourly-test.csv"), "H1,3\n");
        var series = M4Series.read(folder, "hourly");
        assertThat(series).hasSize(1);
        assertThat(series.getFirst().id()).isEqualTo("H1");
        assertThat(series.getFirst().training()).containsExactly(1, 2.5);
        assertThat(series.getFirst().test()).containsExactly(3);
    }

    @Test
    void aSeriesWithoutItsFutureIsNamed() throws IOException {
        Files.writeString(folder.resolve("weekly-train.csv"), "W7,1,2\n");
        Files.writeString(folder.resolve("weekly-test.csv"), "W8,3\n");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> M4Series.read(folder, "weekly"))
                .withMessageContaining("W7");
    }
}
