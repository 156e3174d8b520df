// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.anomaly;

import dev.sextant.algorithm.anomaly.Anomaly.Reason;
import dev.sextant.algorithm.anomaly.Anomaly.Symptom;
import java.nio.ByteBuffer;

/// [Deviation] by itself: for operations KPIs where every deviation counts, the tenth of a kind as much as the first, while
/// `auto` also asks whether it is new. An adaptive form of peaks over threshold with drift (Siffer et al., "Anomaly detection in
/// streams with extreme value theory", KDD 2017) around a level and a daily course.
final class DeviationDetector implements Detector {
    private static final double DAY = 24 * Season.HOUR;
    private static final int ENOUGH = 100;
    private static final double FIRST_WEIGHT = 0.02;

    private final Deviation deviation = new Deviation(FIRST_WEIGHT);
    private final ExcessTail tail = new ExcessTail();
    private double anchor;
    private double age;
    private long lastTime;
    private int points;

    DeviationDetector() {}

    DeviationDetector(ByteBuffer state) {
        deviation.read(state);
        tail.read(state);
        anchor = state.getDouble();
        age = state.getDouble();
        lastTime = state.getLong();
        points = state.getInt();
    }

    @Override
    public byte[] snapshot() {
        var size = deviation.bytes() + tail.bytes() + 3 * Double.BYTES + Integer.BYTES;
        var state = ByteBuffer.allocate(size);
        deviation.write(state);
        tail.write(state);
        state.putDouble(anchor).putDouble(age).putLong(lastTime).putInt(points);
        return state.array();
    }

    @Override
    public Anomaly advance(long time, double value) {
        var expected = points == 0 ? Double.NaN : anchor + deviation.expected(time);
        var lower = known(expected - deviation.reachDown());
        var upper = known(expected + deviation.reachUp());
        if (!Double.isFinite(value)) {
            var missing = new Reason(Symptom.MISSING, 0);
            return new Anomaly(0, tail.probability(0), expected, lower, upper, missing);
        }
        var bounded = Statistics.bounded(value);
        var reason = new Reason(Symptom.LEARNING, points == 0 ? 0 : bounded - expected);
        var score = score(time, bounded);
        if (isReady()) {
            reason = new Reason(symptom(score), reason.deviation());
        }
        var anomaly = new Anomaly(score, tail.probability(score), expected, lower, upper, reason);
        if (isReady()) {
            tail.learn(score);
        }
        return anomaly;
    }

    private double score(long time, double value) {
        if (points == 0) {
            anchor = value;
            lastTime = time;
        }
        points = Math.min(points + 1, ENOUGH);
        var elapsed = Math.max(0.0, (double) time - (double) lastTime);
        age += Math.min(elapsed, Season.HOUR);
        lastTime = time;
        var point = new Deviation.Point(time, value - anchor, elapsed, age < DAY);
        return deviation.advance(point, isReady());
    }

    private boolean isReady() {
        return points >= ENOUGH && age >= DAY;
    }

    private Symptom symptom(double score) {
        if (score < Anomaly.BORDER) {
            return Symptom.USUAL;
        }
        return deviation.isLasting() ? Symptom.LEVEL : Symptom.VALUE;
    }

    private static double known(double bound) {
        return Double.isInfinite(bound) ? Double.NaN : bound;
    }
}
