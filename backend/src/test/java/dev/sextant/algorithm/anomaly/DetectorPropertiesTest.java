// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.algorithm.anomaly.Anomaly.Symptom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What must hold for every method, whatever it is fed with.
class DetectorPropertiesTest {
    private static final int POINTS = 1500;

    @ParameterizedTest
    @EnumSource
    void noInputBringsItOutOfItsRange(AnomalyMethod method) {
        for (var course : hostile()) {
            var detector = method.start(AnomalyOptions.everything());
            for (var i = 0; i < course.values().length; i++) {
                var anomaly = detector.advance(course.times()[i], course.values()[i]);
                assertThat(anomaly.score()).isBetween(0.0, Double.MAX_VALUE);
                assertThat(anomaly.tail()).isBetween(0.0, 1.0);
                assertThat(anomaly.reason().deviation()).isNotNaN();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aConstantIsNeverUnusual(AnomalyMethod method) {
        assertThat(alarms(method, Course.of(POINTS, _ -> 0.1))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void onePointIsNotJudged(AnomalyMethod method) {
        var anomaly = method.start(AnomalyOptions.everything()).advance(0, 42);
        assertThat(anomaly.score()).isZero();
        assertThat(anomaly.reason().symptom()).isEqualTo(Symptom.LEARNING);
    }

    @ParameterizedTest
    @EnumSource
    void anEmptySeriesHasNoAnswers(AnomalyMethod method) {
        var none = method.start(AnomalyOptions.everything()).advanceAll(new long[0], new double[0]);
        assertThat(none.size()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void aMissingPointIsToldAndTeachesNothing(AnomalyMethod method) {
        var course = Course.wave(POINTS);
        var whole = method.start(AnomalyOptions.everything());
        var holed = method.start(AnomalyOptions.everything());
        for (var i = 0; i < POINTS; i++) {
            var missing = holed.advance(course.times()[i], Double.NaN);
            assertThat(missing.reason().symptom()).isEqualTo(Symptom.MISSING);
            assertThat(missing.score()).isZero();
            assertThat(holed.advance(course.times()[i], course.values()[i]))
                    .isEqualTo(whole.advance(course.times()[i], course.values()[i]));
        }
    }

    @ParameterizedTest
    @EnumSource
    void shiftAndScaleChangeNoScore(AnomalyMethod method) {
        var course = Course.wave(POINTS).with(1200, 1210, value -> value + 90);
        var scores = scores(method, course);
        assertThat(scores(method, course.each(value -> 4 * value)))
                .containsExactly(scores, within(1e-6));
        assertThat(scores(method, course.each(value -> value + 1024)))
                .containsExactly(scores, within(1e-3));
    }

    @ParameterizedTest
    @EnumSource
    void aSnapshotGoesOnAsIfNothingHadHappened(AnomalyMethod method) {
        var course = Course.wave(POINTS).with(700, 720, value -> value + 90);
        for (var stop : new int[] {0, 1, 60, 705, 1400}) {
            var options = AnomalyOptions.everything();
            var before = method.start(options);
            for (var i = 0; i < stop; i++) {
                before.advance(course.times()[i], course.values()[i]);
            }
            var after = method.restore(options, before.snapshot());
            for (var i = stop; i < POINTS; i++) {
                assertThat(after.advance(course.times()[i], course.values()[i]))
                        .isEqualTo(before.advance(course.times()[i], course.values()[i]));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void pointsOneByOneEqualTheWhole(AnomalyMethod method) {
        var course = Course.noise(POINTS);
        var whole =
                method.start(AnomalyOptions.everything())
                        .advanceAll(course.times(), course.values());
        var single = method.start(AnomalyOptions.everything());
        for (var i = 0; i < POINTS; i++) {
            assertThat(single.advance(course.times()[i], course.values()[i]))
                    .isEqualTo(whole.get(i));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSpikeFarOutOfNoiseIsFoundAtOnce(AnomalyMethod method) {
        var course = Course.noise(POINTS).with(1200, 1204, value -> value + 40);
        assertThat(alarms(method, course)).contains(1200);
    }

    @ParameterizedTest
    @EnumSource
    void itsStateStaysBelowTwoKilobytes(AnomalyMethod method) {
        var detector = method.start(AnomalyOptions.everything());
        detector.advanceAll(Course.wave(POINTS).times(), Course.wave(POINTS).values());
        assertThat(detector.snapshot().length).isLessThan(2048);
    }

    static double[] scores(AnomalyMethod method, Course course) {
        return method.start(AnomalyOptions.everything())
                .advanceAll(course.times(), course.values())
                .score();
    }

    static List<Integer> alarms(AnomalyMethod method, Course course) {
        var scores = scores(method, course);
        var result = new ArrayList<Integer>();
        for (var i = 0; i < scores.length; i++) {
            if (scores[i] >= Anomaly.BORDER) {
                result.add(i);
            }
        }
        return result;
    }

    private static List<Course> hostile() {
        var random = new Random(3);
        var courses = new ArrayList<Course>();
        courses.add(Course.of(POINTS, _ -> Double.NaN));
        courses.add(Course.of(POINTS, i -> i % 2 == 0 ? Double.MAX_VALUE : -Double.MAX_VALUE));
        courses.add(Course.of(POINTS, i -> i % 3 == 0 ? Double.POSITIVE_INFINITY : i));
        courses.add(Course.of(POINTS, i -> i % 7 == 0 ? Double.MIN_VALUE : 0));
        courses.add(Course.of(POINTS, i -> i < 500 ? 5 : i < 900 ? 1e300 : -1e-300));
        courses.add(Course.of(POINTS, i -> i % 400 * 1e6));
        courses.add(Course.of(POINTS, _ -> Math.exp(300 * random.nextGaussian())));
        courses.add(irregular(random));
        return courses;
    }

    private static Course irregular(Random random) {
        var course = Course.wave(POINTS);
        var times = Arrays.stream(course.times()).map(time -> time + random.nextLong()).toArray();
        times[10] = Long.MIN_VALUE;
        times[11] = Long.MAX_VALUE;
        return new Course(times, course.values());
    }
}
