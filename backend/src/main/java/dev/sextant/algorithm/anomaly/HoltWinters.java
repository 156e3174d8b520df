// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.anomaly;

import dev.sextant.algorithm.anomaly.Anomaly.Symptom;
import java.nio.ByteBuffer;

/// Distance from an additive Holt-Winters forecast with a daily season of quarter hours (UTC), in mean absolute deviations of
/// that quarter hour and of late. Brutlag, "Aberrant behavior detection in time series for network monitoring", LISA 2000.
/// Values beyond the border are learnt as if they lay on it.
final class HoltWinters extends BandDetector {
    private static final long QUARTER = 900_000;
    private static final int QUARTERS = 96;
    private static final int ENOUGH = 200;
    private static final double LEVEL = 0.05;
    private static final double SEASON = 0.1;
    private static final double DEVIATION = 0.005;
    private static final double BORDER = 6;

    private final double[] season = new double[QUARTERS];
    private final double[] deviation = new double[QUARTERS];
    private double level;
    private double spread;
    private long seen;

    @Override
    int enough() {
        return ENOUGH;
    }

    @Override
    Band band(long time) {
        var quarter = quarter(time);
        return Band.around(level + season[quarter], BORDER * Math.max(spread, deviation[quarter]));
    }

    @Override
    void learn(long time, double value, double score) {
        if (seen == 0) {
            level = value;
        }
        seen++;
        var quarter = quarter(time);
        var error = value - level - season[quarter];
        var held = score > Anomaly.BORDER ? error / score : error;
        level += Math.max(LEVEL, 1.0 / seen) * held;
        season[quarter] += SEASON * (1 - LEVEL) * held;
        spread += Math.max(DEVIATION, 1.0 / seen) * (Math.abs(held) - spread);
        deviation[quarter] += SEASON * (Math.abs(held) - deviation[quarter]);
    }

    @Override
    Symptom symptom() {
        return Symptom.SEASON;
    }

    @Override
    int bytes() {
        return (2 * QUARTERS + 2) * Double.BYTES + Long.BYTES;
    }

    @Override
    void write(ByteBuffer state) {
        for (var i = 0; i < QUARTERS; i++) {
            state.putDouble(season[i]).putDouble(deviation[i]);
        }
        state.putDouble(level).putDouble(spread).putLong(seen);
    }

    @Override
    void read(ByteBuffer state) {
        for (var i = 0; i < QUARTERS; i++) {
            season[i] = state.getDouble();
            deviation[i] = state.getDouble();
        }
        level = state.getDouble();
        spread = state.getDouble();
        seen = state.getLong();
    }

    private static int quarter(long time) {
        return (int) Math.floorMod(Math.floorDiv(time, QUARTER), (long) QUARTERS);
    }
}
