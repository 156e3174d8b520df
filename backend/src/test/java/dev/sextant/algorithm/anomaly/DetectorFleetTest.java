// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Many series at once give the answers of each alone.
class DetectorFleetTest {
    private static final int POINTS = 900;
    private static final AnomalyOptions OPTIONS =
            new AnomalyOptions(AnomalyOptions.Direction.BOTH, Duration.ofMinutes(10), 1, 0);

    @Test
    void answersAreThoseOfADetectorPerSeries() {
        var courses =
                new Course[] {
                    Course.wave(POINTS).with(700, 720, value -> value + 90),
                    Course.noise(POINTS).with(500, 510, _ -> Double.NaN),
                    Course.of(POINTS, _ -> 7)
                };
        var fleet = new DetectorFleet(OPTIONS);
        var single = new Detector[courses.length];
        for (var i = 0; i < courses.length; i++) {
            assertThat(fleet.add()).isEqualTo(i);
            single[i] = AnomalyMethod.AUTO.start(OPTIONS);
        }
        for (var point = 0; point < POINTS; point++) {
            for (var i = 0; i < courses.length; i++) {
                var time = courses[i].times()[point];
                var value = courses[i].values()[point];
                assertThat(fleet.advance(i, time, value)).isEqualTo(single[i].advance(time, value));
            }
        }
        for (var i = 0; i < courses.length; i++) {
            assertThat(fleet.snapshot(i)).isEqualTo(single[i].snapshot());
        }
    }

    @Test
    void itGoesOnFromSnapshotsAndIsRebuiltFromHistoryWithTheSameResult() {
        var course = Course.wave(POINTS).with(700, 720, value -> value + 90);
        var first = new DetectorFleet(OPTIONS);
        first.add();
        for (var point = 0; point < 710; point++) {
            first.advance(0, course.times()[point], course.values()[point]);
        }
        var second = new DetectorFleet(OPTIONS);
        second.add(first.snapshot(0));
        var rebuilt = AnomalyMethod.AUTO.start(OPTIONS);
        for (var point = 0; point < 710; point++) {
            rebuilt.advance(course.times()[point], course.values()[point]);
        }
        for (var point = 710; point < POINTS; point++) {
            var answer = first.advance(0, course.times()[point], course.values()[point]);
            assertThat(second.advance(0, course.times()[point], course.values()[point]))
                    .isEqualTo(answer)
                    .isEqualTo(rebuilt.advance(course.times()[point], course.values()[point]));
        }
    }

    @Test
    void aStateTakesLessThanTwoKilobytesAndPlacesAreChecked() {
        var fleet = new DetectorFleet(OPTIONS);
        assertThat(fleet.bytesPerSeries()).isLessThan(2048);
        assertThatThrownBy(() -> fleet.advance(0, 0, 1)).hasMessage("no series 0 among 0");
        assertThatThrownBy(() -> fleet.add(new byte[3])).hasMessageContaining("3 bytes");
        for (var i = 0; i < 1025; i++) {
            fleet.add();
        }
        assertThat(fleet.advance(1024, 0, 1).score()).isZero();
        assertThat(fleet.size()).isEqualTo(1025);
    }

    @Test
    void theRollingDeviationOfPointsIsThatOfArrays() {
        var random = new Random(5);
        for (var scale : new double[] {1, 1e-9, 1e12}) {
            var rolling = new RollingDeviation(2, 50);
            var values = new double[1000];
            for (var i = 0; i < values.length; i++) {
                values[i] = i % 17 == 3 ? Double.NaN : scale * (1e3 + random.nextGaussian());
                rolling.advance(0, 1e9 * i);
                var answer = rolling.advance(1, values[i]);
                if (i >= 50 && !Double.isNaN(values[i])) {
                    assertThat(answer).isCloseTo(exact(values, i - 49, i + 1), within(1e-6));
                    assertThat(RollingDeviation.ofLast(values, i - 49, i + 1))
                            .isCloseTo(answer, within(1e-6));
                }
            }
        }
    }

    @Test
    void theRollingDeviationStandsHostileValues() {
        var rolling = new RollingDeviation(1, 3);
        assertThat(rolling.advance(0, Double.NaN)).isNaN();
        assertThat(rolling.advance(0, 5)).isZero();
        assertThat(rolling.advance(0, Double.POSITIVE_INFINITY)).isNaN();
        for (var i = 0; i < 20; i++) {
            assertThat(rolling.advance(0, i % 2 == 0 ? Double.MAX_VALUE : -Double.MAX_VALUE))
                    .isBetween(0.0, 2.0);
        }
        for (var i = 0; i < 4; i++) {
            rolling.advance(0, 0.1);
        }
        assertThat(rolling.advance(0, 0.1)).isZero();
    }

    private static double exact(double[] values, int from, int behind) {
        var count = 0;
        var mean = 0.0;
        for (var i = from; i < behind; i++) {
            if (!Double.isNaN(values[i])) {
                mean += values[i];
                count++;
            }
        }
        mean /= count;
        var squares = 0.0;
        for (var i = from; i < behind; i++) {
            squares += Double.isNaN(values[i]) ? 0 : (values[i] - mean) * (values[i] - mean);
        }
        return Math.abs(values[behind - 1] - mean) / Math.sqrt(squares / count);
    }
}
