// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.calendar;

import dev.sextant.algorithm.anomaly.DayProfile;
import java.nio.ByteBuffer;
import java.time.Duration;

/// Tells of the points of a stream what they would be on an ordinary day, so that a detector can watch through holidays: in a
/// special stretch it takes off by how much earlier stretches of its kind lay over or under the usual course of a day, hour by hour.
/// A stretch never explains itself. Fed in the order of time; not safe for use by several threads.
public final class CalendarCourse {
    private static final double HOUR = Duration.ofHours(1).toMillis();
    private static final double DAY = 24 * HOUR;

    private final Calendar calendar;
    private final DayProfile usual = new DayProfile();
    private final KindCourse[] kinds;
    private long lastTime;
    private double age = -1;

    public CalendarCourse(Calendar calendar) {
        this.calendar = calendar;
        kinds = new KindCourse[calendar.kinds().size()];
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] = new KindCourse();
        }
    }

    /// A point as it would be on an ordinary day.
    ///
    /// @param value NaN in a special stretch of a kind of which no earlier one is known
    /// @param effect what was taken off
    /// @param kind name of the kind; empty on an ordinary day
    public record Ordinary(double value, double effect, String kind) {
        public boolean isUnknown() {
            return Double.isNaN(effect);
        }
    }

    /// The next point; learns from it for what comes later.
    public Ordinary advance(long time, double value) {
        double elapsed = age < 0 ? 0 : Math.max(0.0, (double) time - (double) lastTime);
        age = Math.max(0, age) + Math.min(elapsed, HOUR);
        lastTime = time;
        var place = calendar.at(time);
        if (place.isEmpty()) {
            if (Double.isFinite(value)) {
                usual.learn(time, value, elapsed, 1, age < DAY);
            }
            return new Ordinary(value, 0, "");
        }
        var kind = kinds[place.get().kind()];
        kind.enter(place.get().stretch());
        int hour = (int) Math.min(place.get().offset() / HOUR, KindCourse.HOURS - 1.0);
        double effect = kind.effect(hour);
        kind.learn(hour, value - usual.at(time));
        return new Ordinary(value - effect, effect, calendar.name(place.get().kind()));
    }

    /// One that goes on from here by itself.
    public CalendarCourse copy() {
        var copy = new CalendarCourse(calendar);
        var state = ByteBuffer.allocate(usual.bytes());
        usual.write(state);
        copy.usual.read(state.flip());
        for (int i = 0; i < kinds.length; i++) {
            copy.kinds[i] = kinds[i].copy();
        }
        copy.lastTime = lastTime;
        copy.age = age;
        return copy;
    }

    /// What it keeps in memory.
    public int bytes() {
        return usual.bytes() + kinds.length * KindCourse.BYTES + Long.BYTES + Double.BYTES;
    }
}
