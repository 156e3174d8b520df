// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query;

import dev.sextant.query.FrameMethods.Stream;
import dev.sextant.query.FrameMethods.Streamed;
import dev.sextant.telemetry.Frame;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// One question's streams: the one that answers, and, when its [History] is soon too long, the one that takes over from it. Both are
/// only ever fed, so that a stream which was kept and one that begins anew say the same. Not safe for use by several threads at
/// once.
final class Course {
    private final Streamed method;
    private final History history;
    private @Nullable Leg current;
    private @Nullable Leg next;

    Course(Streamed method, History history) {
        this.method = method;
        this.history = history;
    }

    /// Feeds the stream that answers at a time until it stands there, or until there is no time for more.
    ///
    /// @return whether it stands there
    boolean advance(long now, Slices slices) {
        long start = history.start(now);
        if (next != null && next.start == start) {
            current = next;
            next = null;
        }
        current = leg(current, start, now);
        return current.advance(now, slices);
    }

    /// Feeds the stream that is to take over, when it is time for it and there is some.
    void prepare(long now, Slices slices) {
        if (history.isNextDue(now, method.hashCode()) && slices.goOn()) {
            next = leg(next, history.nextStart(now), now);
            next.advance(now, slices);
        }
    }

    private Leg leg(@Nullable Leg known, long start, long now) {
        return known != null && known.start == start && known.upTo <= now && !known.isBroken
                ? known
                : new Leg(history, start, method.start(history.settlingPoints()));
    }

    /// What the stream says that was advanced last.
    ///
    /// @throws IllegalStateException when there is none
    Stream stream() {
        if (current == null) {
            throw new IllegalStateException("the stream was not advanced");
        }
        return current.stream;
    }

    /// How much of the way to a time is done, 0 to 1.
    double progress(long now) {
        return current == null
                ? 0
                : (double) (current.upTo - current.start) / (now - current.start);
    }

    int rows() {
        return current == null ? 0 : current.stream.rows();
    }

    long bytes() {
        return bytes(current) + bytes(next);
    }

    private static long bytes(@Nullable Leg leg) {
        return leg == null ? 0 : leg.stream.bytes();
    }

    /// A stream, where it began, and until when it knows.
    private static final class Leg {
        private final History history;
        private final long start;
        private final Stream stream;
        private long upTo;
        private boolean isBroken;

        Leg(History history, long start, Stream stream) {
            this.history = history;
            this.start = start;
            this.stream = stream;
            this.upTo = start;
        }

        /// Begins with what is not settled yet, which is read again in one piece with something new.
        boolean advance(long now, Slices slices) {
            long from = Math.max(start, history.settled(upTo));
            do {
                long steps = Math.max(history.settlingPoints(), slices.steps(stream.rows()));
                long to = Math.min(now, from + steps * history.step());
                feed(slices.read(from, to), from);
                upTo = to;
                from = to;
            } while (from < now && slices.goOn());
            return from >= now;
        }

        /// What failed halfway is begun anew the next time.
        private void feed(Frame points, long since) {
            isBroken = true;
            stream.feed(points, since);
            isBroken = false;
        }
    }

    /// How far back a stream begins. Not at a length before now, which moves with each question, but at the last multiple of that
    /// length since 1970 that leaves at least the length: so one stream can be taken further from question to question, and whoever
    /// asks about a time later begins where it was begun then.
    ///
    /// @param length the least that a stream is to know, milliseconds
    /// @param step of its points, milliseconds
    /// @param settling how long a time may still get new points after it was asked about, milliseconds
    record History(long length, long step, long settling) {
        private static final int MOST_SETTLING_STEPS = 60;

        /// @param settling held within sixty steps
        static History of(Duration length, Duration step, Duration settling) {
            long most = step.toMillis() * MOST_SETTLING_STEPS;
            return new History(
                    length.toMillis(), step.toMillis(), Math.min(most, settling.toMillis()));
        }

        /// Where the stream that answers at a time begins, on the grid of steps.
        long start(long now) {
            return onGrid(Math.floorDiv(now - length, length) * length);
        }

        /// Where the one begins that takes over from it.
        long nextStart(long now) {
            return start(now + length);
        }

        /// Whether that one is to be begun by now: in the last quarter, not all at the same time.
        ///
        /// @param seed any number; the same for the same question
        boolean isNextDue(long now, int seed) {
            double share = (double) Math.floorMod(now, length) / length;
            return share > 0.75 + 0.125 * Math.floorMod(seed, 1000) / 1000;
        }

        /// From where on is read again what a stream that stands at a time knows already.
        long settled(long at) {
            return onGrid(at - settling);
        }

        /// How many points of a row may be taken back: one of each settling step, and one of a step that is not over.
        int settlingPoints() {
            return Math.toIntExact(Math.ceilDiv(settling, step)) + 2;
        }

        private long onGrid(long time) {
            return Math.floorDiv(time, step) * step;
        }
    }

    /// Where a stream gets its points, a slice of time after the other.
    interface Slices {
        /// The points of `(from, to]` in steps on their grid; both are on the grid, or `to` is now.
        Frame read(long from, long to);

        /// How many steps one slice may have so that it fits into memory; 1 or more.
        ///
        /// @param rows that the stream knows by now
        int steps(int rows);

        /// Whether there is time for one more.
        boolean goOn();
    }
}
