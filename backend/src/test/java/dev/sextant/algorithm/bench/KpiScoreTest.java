// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What counts as found, and which files are read.
class KpiScoreTest {
    @TempDir private Path folder;

    // A hundred points, of which 40 to 59 and 80 to 84 are labelled.
    private static KpiScore score(int... found) {
        var labels = new boolean[100];
        Arrays.fill(labels, 40, 60, true);
        Arrays.fill(labels, 80, 85, true);
        var detections = new boolean[100];
        for (var index : found) {
            detections[index] = true;
        }
        var score = new KpiScore();
        score.add(labels, detections);
        return score;
    }

    @Test
    void aStretchIsFoundWholeUpToTheSeventhPointBehindItsFirst() {
        assertThat(score(47, 80).f1()).isEqualTo(1);
        assertThat(score(48, 80).recall()).isEqualTo(0.2);
        assertThat(score(48, 80).precision()).isEqualTo(1);
    }

    @Test
    void eachPointOutsideIsWrongButAtTheStart() {
        assertThat(score(47, 80, 30, 31).precision()).isCloseTo(25.0 / 27, within(1e-12));
        assertThat(score(47, 80, 3, 14).precision()).isEqualTo(1);
        assertThat(score().f1()).isZero();
    }

    @Test
    void severalFilesArePooled() {
        var sum = score(40, 80);
        sum.add(score());
        assertThat(sum.recall()).isEqualTo(0.5);
    }

    @Test
    void filesOfSeveralFormsAreRead() throws IOException {
        Files.writeString(
                folder.resolve("a.csv"),
                "timestamp,value,label,KPI ID\n60,2,1,x\n0,1,0,x\n0,,0,\"y\"\n");
        Files.writeString(folder.resolve("b.csv"), "time,label,cpu\n2020-01-01 00:00:00,0,5\n");
        Files.writeString(folder.resolve("c.csv"), "time,value\n0,5\n");
        var all = KpiSeries.readAll(folder);
        assertThat(all).extracting(KpiSeries::name).containsExactly("a/x", "a/y", "b");
        assertThat(all.getFirst().times()).containsExactly(0, 60_000);
        assertThat(all.getFirst().labels()).containsExactly(false, true);
        assertThat(all.get(1).values()).containsExactly(Double.NaN);
        assertThat(all.get(2).times()).containsExactly(1_577_836_800_000L);
        assertThat(all.get(2).values()).containsExactly(5);
    }

    @Test
    void madeSeriesAreTheSameEachTimeAndHoldIncidents() {
        var once = MadeKpis.all(5);
        var again = MadeKpis.all(5);
        for (var i = 0; i < once.size(); i++) {
            assertThat(once.get(i).values()).isEqualTo(again.get(i).values());
            assertThat(once.get(i).labels()).contains(true).contains(false);
        }
    }
}
