// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.anomaly;

import dev.sextant.algorithm.anomaly.Anomaly.Reason;
import dev.sextant.algorithm.anomaly.Anomaly.Symptom;
import java.nio.ByteBuffer;

/// What the methods have in common that expect a value and allow a distance from it: the score is the distance in widths of
/// the band.
abstract class BandDetector implements Detector {
    /// Values beyond this are taken as this, so that squares stay finite.
    private static final double LARGEST = 1e100;

    /// A band narrower than this share of its place is that of a constant.
    private static final double FLAT = 1e-9;

    private static final double OUTSIDE_A_CONSTANT = 2;
    private static final double MOST = 1e6;

    private final ExcessTail tail = new ExcessTail();
    private long points;

    /// The usual range for the next point.
    ///
    /// @param expected what is reported as expected, in the series' unit
    /// @param middle where the score is 0, in the series' unit
    /// @param width how far from the middle the border lies, in the series' unit
    record Band(double expected, double middle, double width) {
        static Band around(double expected, double width) {
            return new Band(expected, expected, width);
        }
    }

    /// From how many points on the method judges; at least 2.
    abstract int enough();

    /// Called with what is known before the point; from the second point on.
    abstract Band band(long time);

    /// @param score what the point got; 0 while learning
    abstract void learn(long time, double value, double score);

    abstract Symptom symptom();

    abstract int bytes();

    abstract void write(ByteBuffer state);

    abstract void read(ByteBuffer state);

    /// Brings a fresh detector to where a [#snapshot] stood.
    static BandDetector restored(BandDetector fresh, ByteBuffer state) {
        fresh.points = state.getLong();
        fresh.tail.read(state);
        fresh.read(state);
        return fresh;
    }

    @Override
    public final byte[] snapshot() {
        var state = ByteBuffer.allocate(Long.BYTES + tail.bytes() + bytes()).putLong(points);
        tail.write(state);
        write(state);
        return state.array();
    }

    @Override
    public final Anomaly advance(long time, double value) {
        var band = points == 0 ? Band.around(Double.NaN, Double.NaN) : band(time);
        if (!Double.isFinite(value)) {
            return answer(band, 0, new Reason(Symptom.MISSING, 0));
        }
        var bounded = Math.max(-LARGEST, Math.min(LARGEST, value));
        var isKnown = points >= enough();
        var score = isKnown ? score(band, bounded) : 0;
        var deviation = points == 0 ? 0 : bounded - band.expected();
        var answer = answer(band, score, new Reason(symptom(isKnown, score), deviation));
        if (isKnown) {
            tail.learn(score);
        }
        points++;
        learn(time, bounded, score);
        return answer;
    }

    private Symptom symptom(boolean isKnown, double score) {
        if (!isKnown) {
            return Symptom.LEARNING;
        }
        return score >= Anomaly.BORDER ? symptom() : Symptom.USUAL;
    }

    private static double score(Band band, double value) {
        var distance = Math.abs(value - band.middle());
        if (band.width() <= FLAT * Math.abs(band.middle())) {
            return distance > FLAT * Math.abs(band.middle()) ? OUTSIDE_A_CONSTANT : 0;
        }
        return Math.min(distance / band.width(), MOST);
    }

    private Anomaly answer(Band band, double score, Reason reason) {
        return new Anomaly(
                score,
                tail.probability(score),
                band.expected(),
                band.middle() - band.width(),
                band.middle() + band.width(),
                reason);
    }
}
