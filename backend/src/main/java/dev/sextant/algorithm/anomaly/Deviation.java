// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.anomaly;

import java.nio.ByteBuffer;

/// How far each point lies from both what was lately usual and what is usual at that time of day; what one of the two explains
/// isn't unusual. The nearer distance, and a short mean of it, are judged by the tails of their own side. During an incident
/// nothing follows it and the tails hardly learn; after [#HOLD] points the new level is taken, while the old one stays known
/// for a while, so that the way back is no second incident.
final class Deviation {
    /// How many points an incident is judged by what was usual before it.
    static final int HOLD = 20;

    private static final int HOME = 500;
    private static final double LEVEL = 0.3;
    private static final double OFFSET = 0.05;
    private static final double SMOOTH = 0.25;
    private static final double FOLLOW = 0.2;

    /// How near to the border a point itself must lie for the short mean to count.
    private static final double NEAR = 0.7;

    private static final double LATER_WEIGHT = 0.02;
    private static final double COURSE_WEIGHT = 0.2;

    private final double firstWeight;
    private final DayProfile course = new DayProfile();
    private final TwoTails single = new TwoTails();
    private final TwoTails lasting = new TwoTails();
    private double level = Double.NaN;
    private double home;
    private double offset;
    private double smooth;
    private double follower;
    private double offsetFollower;
    private short homeLeft;
    private short unusual;
    private boolean isLasting;

    /// @param firstWeight how much the tails learn from the first point of an incident: the more, the sooner one that comes back
    ///   counts as usual; 0 to 1
    Deviation(double firstWeight) {
        this.firstWeight = firstWeight;
    }

    /// A point as the caller places it.
    ///
    /// @param value its distance from an anchor near the series' level
    /// @param elapsed milliseconds since the point before
    /// @param isFirstDay whether less than a day is known
    record Point(long time, double value, double elapsed, boolean isFirstDay) {}

    /// The expected value as a distance from the anchor; NaN before the first point.
    double expected(long time) {
        var ofDay = course.at(time) + offset;
        return Double.isNaN(level) || Double.isNaN(ofDay) ? level : (level + ofDay) / 2;
    }

    /// How far from the expected value the border lies upwards; infinite while learning.
    double reachUp() {
        return single.border(1);
    }

    /// How far from the expected value the border lies downwards; infinite while learning.
    double reachDown() {
        return single.border(-1);
    }

    /// Whether the last point's score came from the short mean.
    boolean isLasting() {
        return isLasting;
    }

    /// Judges a point, then learns from it.
    ///
    /// @param isReady whether the caller judges yet
    /// @return the score, 1 at the border; 0 if not ready
    double advance(Point point, boolean isReady) {
        if (Double.isNaN(level)) {
            level = point.value();
            follower = point.value();
        }
        var local = local(point.value());
        var ofDay =
                point.isFirstDay()
                        ? Double.NaN
                        : course.distance(point.time(), point.value() - offset);
        var nearer = Math.abs(ofDay) < Math.abs(local) ? ofDay : local;
        var score = judge(nearer);
        var counted = isReady ? score : 0;
        unusual = (short) (counted >= Anomaly.BORDER ? Math.min(unusual + 1, HOLD + 2) : 0);
        learn(nearer);
        follow(point, ofDay);
        return counted;
    }

    private double local(double value) {
        var fromLevel = value - level;
        var fromHome = value - home;
        return homeLeft > 0 && Math.abs(fromHome) < Math.abs(fromLevel) ? fromHome : fromLevel;
    }

    private double judge(double distance) {
        var score = single.score(distance);
        var isNear = score > NEAR;
        var isBack = !isNear && Math.abs(distance) < Math.abs(smooth);
        smooth = isBack ? distance : smooth + SMOOTH * (distance - smooth);
        var ofMean = isNear ? lasting.score(smooth) : 0;
        isLasting = ofMean > score;
        return Math.max(score, ofMean);
    }

    private void learn(double distance) {
        var weight = unusual == 0 || unusual > HOLD ? 1 : unusual == 1 ? firstWeight : LATER_WEIGHT;
        single.learn(distance, weight);
        lasting.learn(smooth, weight);
    }

    private void follow(Point point, double ofDay) {
        var value = point.value();
        var fromDay = Double.isNaN(ofDay) ? 0 : ofDay;
        if (unusual == HOLD + 1) {
            home = level;
            homeLeft = HOME;
            level = follower;
            offset += offsetFollower;
        }
        follower += FOLLOW * (value - follower);
        offsetFollower += FOLLOW * (fromDay - offsetFollower);
        homeLeft = (short) Math.max(0, homeLeft - 1);
        if (homeLeft > 0 && unusual == 0 && Math.abs(value - home) < Math.abs(value - level)) {
            level = home;
            homeLeft = 0;
        }
        if (unusual == 0 || unusual > HOLD) {
            level += LEVEL * clipped(value - level);
            offset += OFFSET * clipped(fromDay);
        }
        var weight = unusual > 0 ? COURSE_WEIGHT : 1;
        course.learn(point.time(), value - offset, point.elapsed(), weight, point.isFirstDay());
    }

    private double clipped(double distance) {
        var most = 2 * single.border(distance);
        return Math.max(-most, Math.min(most, distance));
    }

    int bytes() {
        return course.bytes()
                + single.bytes()
                + lasting.bytes()
                + 6 * Double.BYTES
                + 2 * Short.BYTES
                + 1;
    }

    void write(ByteBuffer state) {
        course.write(state);
        single.write(state);
        lasting.write(state);
        state.putDouble(level).putDouble(home).putDouble(offset).putDouble(smooth);
        state.putDouble(follower).putDouble(offsetFollower).putShort(homeLeft).putShort(unusual);
        state.put((byte) (isLasting ? 1 : 0));
    }

    void read(ByteBuffer state) {
        course.read(state);
        single.read(state);
        lasting.read(state);
        level = state.getDouble();
        home = state.getDouble();
        offset = state.getDouble();
        smooth = state.getDouble();
        follower = state.getDouble();
        offsetFollower = state.getDouble();
        homeLeft = state.getShort();
        unusual = state.getShort();
        isLasting = state.get() == 1;
    }
}
