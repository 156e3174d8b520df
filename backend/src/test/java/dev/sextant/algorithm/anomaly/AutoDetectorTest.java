// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.algorithm.anomaly.Anomaly.Symptom;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the default method finds, leaves alone, and answers.
class AutoDetectorTest {
    private static final int WEEKS = 14 * Course.DAY;
    private static final int ONSET = 12 * Course.DAY + 40;

    @Test
    void itSaysThatItLearnsBeforeItJudges() {
        var course = Course.noise(280).with(50, 51, value -> value + 1000);
        var answers = run(course);
        assertThat(answers.reason())
                .allSatisfy(reason -> assertThat(reason.symptom()).isEqualTo(Symptom.LEARNING));
        assertThat(answers.score()).containsOnly(0.0);
    }

    @Test
    void theDailyWaveAlarmsLessThanOnceAWeek() {
        var alarms = DetectorPropertiesTest.alarms(AnomalyMethod.AUTO, Course.wave(WEEKS));
        assertThat(alarms).hasSizeLessThan(2);
    }

    @ParameterizedTest
    @CsvSource({"80, spike", "-60, dip", "45, level"})
    void whatLeavesTheWaveIsFoundWithinFivePoints(double change, String shape) {
        var length = shape.equals("level") ? 400 : 10;
        var course = Course.wave(WEEKS).with(ONSET, ONSET + length, value -> value + change);
        assertThat(DetectorPropertiesTest.alarms(AnomalyMethod.AUTO, course))
                .anyMatch(i -> i >= ONSET && i < ONSET + 5);
    }

    @Test
    void aCalmNightIsUnusualAtTheTimeOfThePeak() {
        var peak = 12 * Course.DAY + Course.DAY / 4;
        var course = Course.wave(WEEKS).with(peak, peak + 24, _ -> 160);
        var answers = run(course);
        assertThat(answers.score()[peak + 2]).isGreaterThan(1);
        assertThat(answers.lower()[peak + 2]).isGreaterThan(160);
        assertThat(answers.reason()[peak + 2].deviation()).isLessThan(-50);
    }

    @Test
    void theScoreStaysUpWhileTheAnomalyLasts() {
        var course = Course.noise(WEEKS).with(ONSET, ONSET + 20, value -> value + 20);
        var scores = run(course).score();
        assertThat(Arrays.stream(scores, ONSET, ONSET + 20).min().orElseThrow()).isGreaterThan(1);
        assertThat(Arrays.stream(scores, ONSET + 60, ONSET + 100).max().orElseThrow())
                .isLessThan(1);
    }

    @Test
    void whatStaysBecomesUsual() {
        var course = Course.noise(WEEKS).with(ONSET, WEEKS, value -> value + 20);
        var scores = run(course).score();
        assertThat(Arrays.stream(scores, ONSET + 2 * AutoDetector.HOLD, WEEKS).max().orElseThrow())
                .isLessThan(1);
    }

    @Test
    void theTailFallsAsTheScoreGrows() {
        var course = Course.noise(WEEKS).with(ONSET, ONSET + 1, value -> value + 30);
        var answers = run(course);
        assertThat(answers.tail()[ONSET]).isLessThan(1e-3);
        assertThat(answers.tail()[ONSET - 1]).isGreaterThan(0.05);
    }

    @Test
    void theUsualRangeHoldsTheUsualValues() {
        var course = Course.wave(WEEKS);
        var answers = run(course);
        var inside = 0;
        for (var i = 3 * Course.DAY; i < WEEKS; i++) {
            var value = course.values()[i];
            inside += value >= answers.lower()[i] && value <= answers.upper()[i] ? 1 : 0;
        }
        assertThat(inside / (WEEKS - 3.0 * Course.DAY)).isGreaterThan(0.99);
    }

    @Test
    void itsStateStaysBelowTwoKilobytes() {
        assertThat(AnomalyMethod.AUTO.start(AnomalyOptions.everything()).snapshot().length)
                .isLessThan(2048);
    }

    @Test
    void optionsHoldScoresBelowTheBorder() {
        var course = Course.noise(WEEKS).with(ONSET, ONSET + 20, value -> value + 20);
        var up = AnomalyOptions.everything();
        assertThat(first(course, up)).isEqualTo(ONSET);
        var down = new AnomalyOptions(AnomalyOptions.Direction.DOWN, Duration.ZERO, 0, 0);
        assertThat(first(course, down)).isNotEqualTo(ONSET);
        var far = new AnomalyOptions(AnomalyOptions.Direction.UP, Duration.ZERO, 40, 0);
        assertThat(first(course, far)).isEqualTo(-1);
        var share = new AnomalyOptions(AnomalyOptions.Direction.UP, Duration.ZERO, 0, 0.5);
        assertThat(first(course, share)).isEqualTo(-1);
        var late = new AnomalyOptions(AnomalyOptions.Direction.UP, Duration.ofMinutes(15), 10, 0);
        assertThat(first(course, late)).isEqualTo(ONSET + 3);
    }

    private static Anomalies run(Course course) {
        return AnomalyMethod.AUTO
                .start(AnomalyOptions.everything())
                .advanceAll(course.times(), course.values());
    }

    // The first alarm from the onset on, or -1.
    private static int first(Course course, AnomalyOptions options) {
        var scores =
                AnomalyMethod.AUTO
                        .start(options)
                        .advanceAll(course.times(), course.values())
                        .score();
        for (var i = ONSET; i < scores.length; i++) {
            if (scores[i] >= Anomaly.BORDER) {
                return i;
            }
        }
        return -1;
    }
}
