// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.anomaly;

import java.nio.ByteBuffer;

/// The eight statistics that the default method watches, advanced point by point; NaN where too few
/// points are known. Spans are in points, seasons in hours of the clock (UTC).
final class Statistics {
    static final int COUNT = 8;

    /// Values beyond this are taken as this, so that no difference overflows single precision.
    private static final double LARGEST = 1e37;

    private static final double DAY = 24 * Season.HOUR;
    private static final int QUICK = 5;
    private static final int SLOW = 20;
    private static final int SHORT = 10;
    private static final int LONG = 500;
    private static final int BACK = 10;
    private static final int DAY_SMOOTH = 5;
    private static final int WEEK_SMOOTH = 3;

    private final Season day = new Season(24);
    private final Season week = new Season(168);
    private final double[] past = new double[BACK];
    private final double[] now = new double[COUNT];
    private int points;
    private byte daySeen;
    private byte weekSeen;
    private long lastTime;
    private double age;
    private double anchor;
    private double quick;
    private double slow;
    private double brief;
    private double lasting;
    private double daySmooth;
    private double weekSmooth;
    private double elapsed;

    /// The value brought into the range that the arithmetic stands.
    static double bounded(double value) {
        return Math.max(-LARGEST, Math.min(LARGEST, value));
    }

    /// The statistic as of the newest point.
    double value(int statistic) {
        return now[statistic];
    }

    /// Whether the points cover a day, of which no gap counts more than an hour.
    boolean coverADay() {
        return age >= DAY;
    }

    /// Where the newest point stands for [Deviation].
    Deviation.Point point(long time, double value) {
        return new Deviation.Point(time, value - anchor, elapsed, !coverADay());
    }

    /// Mean of the last points before the next one; NaN before the first.
    double level() {
        return points == 0 ? Double.NaN : slow;
    }

    /// What is usual for that hour of the day; NaN if unknown.
    double ofDay(long time) {
        return anchor + day.expected(time);
    }

    /// What is usual for that hour of the week; NaN if unknown.
    double ofWeek(long time) {
        return anchor + week.expected(time);
    }

    void advance(long time, double value) {
        if (points == 0) {
            begin(time, value);
        }
        points = points < 2 * LONG ? points + 1 : points + 1 - LONG;
        advanceMeans(value);
        advanceSeasons(time, value);
        var slot = points % BACK;
        now[4] = points <= BACK ? Double.NaN : value - past[slot];
        past[slot] = value;
        lastTime = time;
    }

    int bytes() {
        return day.bytes()
                + week.bytes()
                + (BACK + 8) * Double.BYTES
                + Integer.BYTES
                + 2
                + Long.BYTES;
    }

    void write(ByteBuffer state) {
        day.write(state);
        week.write(state);
        for (var value : past) {
            state.putDouble(value);
        }
        state.putInt(points).put(daySeen).put(weekSeen).putLong(lastTime);
        state.putDouble(age).putDouble(anchor).putDouble(quick).putDouble(slow).putDouble(brief);
        state.putDouble(lasting).putDouble(daySmooth).putDouble(weekSmooth);
    }

    void read(ByteBuffer state) {
        day.read(state);
        week.read(state);
        for (var i = 0; i < past.length; i++) {
            past[i] = state.getDouble();
        }
        points = state.getInt();
        daySeen = state.get();
        weekSeen = state.get();
        lastTime = state.getLong();
        age = state.getDouble();
        anchor = state.getDouble();
        quick = state.getDouble();
        slow = state.getDouble();
        brief = state.getDouble();
        lasting = state.getDouble();
        daySmooth = state.getDouble();
        weekSmooth = state.getDouble();
    }

    private void begin(long time, double value) {
        anchor = value;
        lastTime = time;
        quick = value;
        slow = value;
        brief = value;
        lasting = value;
    }

    private void advanceMeans(double value) {
        quick += (value - quick) / Math.min(points, QUICK);
        slow += (value - slow) / Math.min(points, SLOW);
        brief += (value - brief) / Math.min(points, SHORT);
        lasting += (value - lasting) / Math.min(points, LONG);
        now[0] = value;
        now[1] = points < QUICK ? Double.NaN : quick;
        now[2] = points < SLOW ? Double.NaN : slow;
        now[3] = points < LONG / 2 ? Double.NaN : brief - lasting;
    }

    private void advanceSeasons(long time, double value) {
        var fromDay = value - ofDay(time);
        var fromWeek = value - ofWeek(time);
        elapsed = Math.max(0.0, (double) time - (double) lastTime);
        age += Math.min(elapsed, Season.HOUR);
        day.learn(time, value - anchor, elapsed);
        week.learn(time, value - anchor, elapsed);
        now[5] = fromDay;
        now[6] = Double.NaN;
        now[7] = Double.NaN;
        if (!Double.isNaN(fromDay)) {
            daySeen = next(daySeen, DAY_SMOOTH);
            daySmooth += (fromDay - daySmooth) / daySeen;
            now[6] = daySeen < DAY_SMOOTH ? Double.NaN : daySmooth;
        }
        if (!Double.isNaN(fromWeek)) {
            weekSeen = next(weekSeen, WEEK_SMOOTH);
            weekSmooth += (fromWeek - weekSmooth) / weekSeen;
            now[7] = weekSeen < WEEK_SMOOTH ? Double.NaN : weekSmooth;
        }
    }

    private static byte next(byte seen, int most) {
        return (byte) Math.min(seen + 1, most);
    }
}
