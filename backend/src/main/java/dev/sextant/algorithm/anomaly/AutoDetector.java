// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.anomaly;

import dev.sextant.algorithm.anomaly.Anomaly.Reason;
import dev.sextant.algorithm.anomaly.Anomaly.Symptom;
import java.nio.ByteBuffer;

/// The default method `auto`: an online ensemble that needs no setting.
///
/// Eight statistics watch the series: the value, two short means, a short against a long mean, the
/// change over ten points, and the distance from what is usual for the hour of the day (as it is,
/// and smoothed) and for the hour of the week. Each is judged by its own [Extremes]; what they say
/// is added up, so that weak signs of several make a strong one. One border holds for every series,
/// since a statistic speaks in widths of its own range. That finds what is new; what comes back again
/// and again is found by [Deviation], and the higher score of the two counts. An anomaly keeps its score above the border
/// while it lasts, at most for [#HOLD] points; then it has become usual. Points that are back where they belong are none, whatever
/// statistics that look back still say.
///
/// Until a hundred points and a day are known it says that it learns.
///
/// Akin to what is known to work on streams: novelty against the range seen (Numenta's spatial
/// anomaly; Ahmad et al., "Unsupervised real-time anomaly detection for streaming data",
/// Neurocomputing 262, 2017) and peaks over a streaming threshold with an exponential tail (Siffer
/// et al., "Anomaly detection in streams with extreme value theory", KDD 2017), which here gives
/// the tail probability.
///
/// State: just under 2 KB, all of it in flat arrays; cost: see the bench. Advancing by points equals a
/// run over the whole.
final class AutoDetector implements Detector {
    /// How many points an incident is judged by what was usual before it.
    static final int HOLD = 50;

    /// The score of [Deviation] below which a point has come back from an incident.
    private static final double BACK = 0.5;

    /// The sum of excesses, in half widths of the ranges, that makes the border.
    private static final double BORDER_EXCESS = 0.2;

    /// No statistic is judged finer than this share of the value's own range: what is below it is
    /// rounding, not news.
    private static final double FINEST = 1e-3;

    /// What comes back is to lose its news, though not at once.
    private static final double FIRST_WEIGHT = 0.5;

    private static final Symptom[] SYMPTOMS = {
        Symptom.VALUE, Symptom.LEVEL, Symptom.LEVEL, Symptom.SHIFT,
        Symptom.CHANGE, Symptom.SEASON, Symptom.SEASON, Symptom.SEASON
    };

    private final Statistics statistics;
    private final Expectation expectation;
    private final Extremes extremes;
    private final ExcessTail tail;
    private final Deviation deviation;
    private int held;

    AutoDetector() {
        statistics = new Statistics();
        expectation = new Expectation();
        extremes = new Extremes(Statistics.COUNT);
        tail = new ExcessTail();
        deviation = new Deviation(FIRST_WEIGHT);
    }

    AutoDetector(ByteBuffer state) {
        this();
        read(state);
    }

    /// Goes on where a [#write] stood.
    void read(ByteBuffer state) {
        held = state.getInt();
        statistics.read(state);
        expectation.read(state);
        extremes.read(state);
        tail.read(state);
        deviation.read(state);
    }

    @Override
    public byte[] snapshot() {
        var state = ByteBuffer.allocate(bytes());
        write(state);
        return state.array();
    }

    void write(ByteBuffer state) {
        state.putInt(held);
        statistics.write(state);
        expectation.write(state);
        extremes.write(state);
        tail.write(state);
        deviation.write(state);
    }

    @Override
    public Anomaly advance(long time, double value) {
        if (!Double.isFinite(value)) {
            return answer(0, Symptom.MISSING, 0);
        }
        var bounded = Statistics.bounded(value);
        expectation.predict(statistics, time);
        statistics.advance(time, bounded);
        var novelty = judge(bounded);
        var score = deviation.advance(statistics.point(time, bounded), isReady());
        // Changes and short means go on speaking of an incident when the point itself is back where
        // it belongs.
        var isEcho = held > 0 && score < BACK;
        var news = isEcho ? novelty.belowBorder() : novelty;
        var anomaly = score > news.score() ? deviated(score, bounded) : news;
        learn(bounded, novelty.score(), anomaly.score());
        return anomaly;
    }

    private Anomaly deviated(double score, double value) {
        var found = deviation.isLasting() ? Symptom.LEVEL : Symptom.VALUE;
        var symptom = score >= Anomaly.BORDER ? found : Symptom.USUAL;
        return answer(score, symptom, expectation.deviation(value));
    }

    private Anomaly judge(double value) {
        var sum = 0.0;
        var farthest = 0.0;
        var strongest = 0;
        var least = FINEST * extremes.halfWidth(0);
        for (var i = 0; i < SYMPTOMS.length; i++) {
            var position = extremes.position(i, statistics.value(i), least);
            sum += Math.max(0, position - 1);
            if (position > farthest) {
                farthest = position;
                strongest = i;
            }
        }
        var deviation = expectation.deviation(value);
        if (!isReady()) {
            return answer(0, Symptom.LEARNING, deviation);
        }
        if (sum <= 0) {
            return answer(Math.min(1, farthest) / 2, Symptom.USUAL, deviation);
        }
        return answer((1 + sum / BORDER_EXCESS) / 2, SYMPTOMS[strongest], deviation);
    }

    private void learn(double value, double novelty, double score) {
        if (novelty >= Anomaly.BORDER && held == 0) {
            held = HOLD;
        }
        held = Math.max(0, held - 1);
        for (var i = 0; i < SYMPTOMS.length; i++) {
            extremes.learn(i, statistics.value(i));
        }
        if (isReady()) {
            tail.learn(score);
        }
        expectation.learn(value);
        if (held == 0) {
            extremes.settle();
            expectation.settle();
        }
    }

    private boolean isReady() {
        return extremes.isReady(0) && statistics.coverADay();
    }

    private Anomaly answer(double score, Symptom symptom, double deviation) {
        return new Anomaly(
                score,
                tail.probability(score),
                expectation.expected(),
                expectation.lower(),
                expectation.upper(),
                new Reason(symptom, deviation));
    }

    int bytes() {
        return Integer.BYTES
                + statistics.bytes()
                + expectation.bytes()
                + extremes.bytes()
                + tail.bytes()
                + deviation.bytes();
    }
}
