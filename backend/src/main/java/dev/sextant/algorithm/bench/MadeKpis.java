// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Operations KPIs made up from a seed, with incidents whose place is known: requests with a daily and a weekly wave, latencies
/// with a heavy tail, counts of errors near zero, shares, processors, sawteeth of memory, queues that are mostly empty, nightly
/// jobs. A few per cent of the points lie in incidents: spikes, dips, outages, levels, ramps, bursts of noise. They come back
/// at similar sizes, as they do in operations, and are several times as large as the usual noise.
final class MadeKpis {
    private static final int MINUTES_OF_DAY = 1440;
    private static final int WEEK = 7 * MINUTES_OF_DAY;
    private static final double MEAN_GAP_DAYS = 1.2;

    private final Random random;
    private final int step;
    private final int points;

    /// @param step minutes between points
    /// @param days that are made
    private MadeKpis(long seed, int step, int days) {
        random = new Random(seed);
        this.step = step;
        points = days * MINUTES_OF_DAY / step;
    }

    /// What a series measures.
    enum Kind {
        REQUESTS,
        LATENCY,
        ERRORS,
        SUCCESS,
        PROCESSOR,
        MEMORY,
        QUEUE,
        NIGHTLY
    }

    /// What goes wrong.
    private enum Incident {
        SPIKE,
        DIP,
        OUTAGE,
        LEVEL,
        RAMP,
        BURST
    }

    /// Each kind at two steps: four weeks of five minutes and ten days of one minute.
    static List<KpiSeries> all(long seed) {
        var result = new ArrayList<KpiSeries>();
        for (var kind : Kind.values()) {
            result.add(new MadeKpis(31 * seed + kind.ordinal(), 5, 28).make(kind));
            result.add(new MadeKpis(31 * seed + 16 + kind.ordinal(), 1, 10).make(kind));
        }
        return result;
    }

    private KpiSeries make(Kind kind) {
        var times = new long[points];
        var values = usual(kind);
        var labels = new boolean[points];
        for (var i = 0; i < points; i++) {
            times[i] = 1_700_006_400_000L + (long) i * step * 60_000;
        }
        var noise = noise(values);
        var gap = (int) (MEAN_GAP_DAYS * MINUTES_OF_DAY / step);
        var next = MINUTES_OF_DAY / step + random.nextInt(gap);
        while (next < points - 400 / step) {
            var length = harm(kind, values, next, noise);
            Arrays.fill(labels, next, next + length, true);
            next += length + gap / 4 + random.nextInt(3 * gap / 2);
        }
        return new KpiSeries("made-" + kind + "-" + step + "m", times, values, labels);
    }

    private double[] usual(Kind kind) {
        var values = new double[points];
        var drift = 0.0;
        var state = 0.0;
        var height = 50 + 1000 * random.nextDouble();
        for (var i = 0; i < points; i++) {
            var minute = i * step;
            drift = 0.95 * drift + 0.3 * random.nextGaussian();
            var load = load(minute);
            switch (kind) {
                case REQUESTS -> values[i] = height * load * Math.exp(0.03 * (drift + gauss()));
                case LATENCY -> values[i] = 20 + 15 * load * (1 + gamma()) + 0.5 * drift;
                case ERRORS -> values[i] = poisson(0.5 + 3 * load);
                case SUCCESS -> values[i] = 1 - poisson(0.3 + 4 * load) / (2000.0 * load + 200);
                case PROCESSOR ->
                        values[i] = Math.clamp(15 + 35 * load + 2 * drift + 2 * gauss(), 0, 100);
                case MEMORY -> {
                    state = random.nextInt(240 / step) == 0 ? 0 : state + 0.1 * step;
                    values[i] = 500 + 3 * state + gauss();
                }
                case QUEUE -> {
                    state = 0.7 * state + (random.nextInt(40) == 0 ? 4 * gamma() : 0);
                    values[i] = Math.floor(state);
                }
                case NIGHTLY -> {
                    var ofDay = minute % MINUTES_OF_DAY;
                    var isJob = ofDay >= 120 && ofDay < 150;
                    values[i] = 10 + (isJob ? 60 : 0) + drift + gauss();
                }
            }
        }
        return values;
    }

    // Low at night, two peaks by day, less at weekends; about 0.2 to 1.2.
    private static double load(int minute) {
        var hour = minute % MINUTES_OF_DAY / 60.0;
        var day = 0.6 - 0.4 * Math.cos(2 * Math.PI * (hour - 3) / 24);
        var lunch = 0.15 * Math.exp(-Math.pow(hour - 11, 2) / 4);
        return (day + lunch) * (minute % WEEK >= 5 * MINUTES_OF_DAY ? 0.7 : 1);
    }

    // A scale for incidents: a third of the step that one in a hundred passes; for normal noise
    // that is the mean step.
    private static double noise(double[] values) {
        var steps = new double[values.length - 1];
        for (var i = 0; i < steps.length; i++) {
            steps[i] = Math.abs(values[i + 1] - values[i]);
        }
        Arrays.sort(steps);
        return steps[99 * steps.length / 100] / 3;
    }

    // Changes the values from a point on, and answers for how long.
    private int harm(Kind kind, double[] values, int from, double noise) {
        var incident = Incident.values()[random.nextInt(Incident.values().length)];
        var minutes =
                switch (incident) {
                    case SPIKE -> 1 + random.nextInt(10);
                    case DIP, OUTAGE, BURST -> 10 + random.nextInt(50);
                    case LEVEL, RAMP -> 30 + random.nextInt(150);
                };
        var length = Math.max(1, minutes / step);
        var isDown = kind == Kind.SUCCESS || incident == Incident.DIP;
        var isUp = kind == Kind.ERRORS || kind == Kind.QUEUE || kind == Kind.LATENCY;
        var sign = isUp ? 1 : isDown || random.nextBoolean() ? -1 : 1;
        var size = sign * noise * (7 + 10 * random.nextDouble());
        for (var i = 0; i < length; i++) {
            var index = from + i;
            switch (incident) {
                case SPIKE, DIP, LEVEL -> values[index] += size;
                case OUTAGE -> values[index] = isUp ? values[index] + 2 * size : outage(kind);
                case RAMP -> values[index] += size * Math.min(1, (i + 1) / 6.0) * 1.5;
                case BURST -> values[index] += size * (i % 2 == 0 ? 1 : isUp || isDown ? 0.5 : -1);
            }
        }
        bound(kind, values, from, from + length);
        return length;
    }

    private static double outage(Kind kind) {
        return kind == Kind.SUCCESS ? 0.5 : 0;
    }

    private static void bound(Kind kind, double[] values, int from, int behind) {
        for (var i = from; i < behind; i++) {
            values[i] =
                    switch (kind) {
                        case SUCCESS -> Math.clamp(values[i], 0, 1);
                        case PROCESSOR -> Math.clamp(values[i], 0, 100);
                        case ERRORS, QUEUE -> Math.max(0, Math.floor(values[i]));
                        case REQUESTS, LATENCY, MEMORY, NIGHTLY -> Math.max(0, values[i]);
                    };
        }
    }

    private double gauss() {
        return random.nextGaussian();
    }

    // Mean 1, with a tail heavier than a normal one.
    private double gamma() {
        return -(Math.log(1 - random.nextDouble()) + Math.log(1 - random.nextDouble())) / 2;
    }

    private int poisson(double mean) {
        var limit = Math.exp(-mean);
        var product = random.nextDouble();
        var count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }
}
