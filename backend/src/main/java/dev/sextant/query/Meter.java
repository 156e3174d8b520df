// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query;

import dev.sextant.query.QueryResult.Code;
import dev.sextant.query.QueryResult.Cost;
import dev.sextant.query.QueryResult.Refused;
import dev.sextant.query.QueryResult.Use;
import dev.sextant.query.operator.Gathering;
import dev.sextant.store.Summaries;
import dev.sextant.store.TierSink;
import dev.sextant.telemetry.Durations;
import dev.sextant.telemetry.SeriesKey;
import dev.sextant.tenant.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// What one query uses against what it may use, and whether anybody still waits for it. Ends it by a
/// [QueryStoppedException].
final class Meter {
    private static final double MEGABYTE = 1 << 20;

    private final TenantId tenant;
    private final QueryLimits limits;
    private final Asker asker;
    private final long started = System.nanoTime();
    private final long longest;
    private long series;
    private long points;
    private long bytes;

    Meter(TenantId tenant, QueryLimits limits, Asker asker) {
        this.tenant = tenant;
        this.limits = limits;
        this.longest = TimeUnit.NANOSECONDS.convert(limits.time());
        this.asker = asker;
    }

    /// Whose query it is.
    TenantId tenant() {
        return tenant;
    }

    /// How many more points may be read.
    long pointsLeft() {
        return limits.points() - points;
    }

    Cost cost() {
        return new Cost(series, points, bytes, elapsed().toMillis());
    }

    /// Ends the query when its time is over or nobody waits for it.
    void check() {
        if (Thread.currentThread().isInterrupted() || !asker.isWaiting()) {
            throw new QueryStoppedException(
                    new Refused(
                            Code.CANCELLED,
                            "the query was stopped, as nobody waits for its answer any more"));
        }
        if (System.nanoTime() - started > longest) {
            var elapsed = elapsed();
            throw new QueryStoppedException(
                    new Refused(
                            Code.TOO_SLOW,
                            "the query has run for %s; tenant %s may let one run for %s: shorten the range or narrow it with where"
                                    .formatted(
                                            rounded(elapsed),
                                            tenant,
                                            Durations.format(limits.time())),
                            new Use("time", elapsed.toMillis(), limits.time().toMillis(), "ms")));
        }
    }

    /// What [#check] looks at, for other threads.
    private boolean isWanted() {
        return asker.isWaiting() && elapsed().compareTo(limits.time()) <= 0;
    }

    /// Ends a query that would touch more series than it may.
    void allowSeries(long wanted) {
        if (wanted > limits.series()) {
            throw new QueryStoppedException(
                    new Refused(
                            Code.TOO_MANY_SERIES,
                            "the query touches %,d series; tenant %s may touch %,d at once: narrow it with where"
                                    .formatted(wanted, tenant, limits.series()),
                            new Use("series", wanted, limits.series(), "")));
        }
    }

    /// Keeps so much more memory until the answer is there.
    void keep(long more) {
        bytes += more;
        allowBytes(bytes);
    }

    /// Lets go of what a slice of time kept; its series are those of the slice before.
    ///
    /// @param began what the cost was before the first slice
    /// @param before what it was before this one
    void release(Cost began, Cost before) {
        bytes = began.bytes();
        series = Math.max(before.series(), began.series() + series - before.series());
    }

    /// Who asks again and again.
    Optional<Asker.Standing> standing() {
        return asker.standing();
    }

    /// From when on rows are missing.
    Optional<Asker.Missing> missing() {
        return asker.missing();
    }

    /// Memory that the query may still keep.
    long bytesLeft() {
        return limits.bytes() - bytes;
    }

    /// Whether less than a share of the time is over that the query may take, or that the asker waits.
    boolean isWithin(double share) {
        var time = asker.standing().map(Asker.Standing::patience).orElse(limits.time());
        var shorter = time.compareTo(limits.time()) < 0 ? time : limits.time();
        return elapsed().toMillis() < share * shorter.toMillis();
    }

    /// The end of a query whose detectors do not know their whole history yet.
    ///
    /// @param share how much of it they know
    QueryStoppedException learning(double share, int rows) {
        return new QueryStoppedException(
                new Refused(
                        Code.LEARNING,
                        "learning: the detectors of %,d series know %s of their history; the next slot goes on from there, and until then nothing is judged"
                                .formatted(rows, (int) (100 * share) + " %")));
    }

    /// The end of a query whose detectors are busy with another one.
    QueryStoppedException busy() {
        return new QueryStoppedException(
                new Refused(
                        Code.LEARNING,
                        "learning: the detectors are still at work for an earlier slot, and nothing is judged until they are done"));
    }

    /// The end of a query for whose detectors there is no memory.
    QueryStoppedException noRoom(long wanted, long allowed) {
        return new QueryStoppedException(
                new Refused(
                        Code.TOO_MUCH_MEMORY,
                        "the detectors would keep %s MB or more, and all rules together may keep %s MB: narrow the rule with where, or raise sextant.query.detector-percent"
                                .formatted(megabytes(wanted), megabytes(allowed)),
                        new Use("bytes", wanted, allowed, "bytes")));
    }

    /// The end of a query whose next selection holds more points than are left to it.
    QueryStoppedException moreThanLeft(long left) {
        return tooManyPoints(points + left + 1);
    }

    private QueryStoppedException tooManyPoints(long atLeast) {
        return new QueryStoppedException(
                new Refused(
                        Code.TOO_MANY_POINTS,
                        "the query reads %,d points or more; tenant %s may read %,d at once: shorten the range or narrow it with where"
                                .formatted(atLeast, tenant, limits.points()),
                        new Use("points", atLeast, limits.points(), "")));
    }

    /// What counts the points on their way.
    TierSink sink(Gathering into) {
        return new Counting(into);
    }

    private void allowBytes(long wanted) {
        if (wanted > limits.bytes()) {
            throw new QueryStoppedException(
                    new Refused(
                            Code.TOO_MUCH_MEMORY,
                            "the query keeps %s MB in memory; tenant %s may keep %s MB at once: give it an aggregate, a longer step or fewer groups, or narrow it with where"
                                    .formatted(
                                            megabytes(wanted), tenant, megabytes(limits.bytes())),
                            new Use("bytes", wanted, limits.bytes(), "bytes")));
        }
    }

    private static String megabytes(long bytes) {
        return "%,.1f".formatted(bytes / MEGABYTE);
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    private static String rounded(Duration length) {
        return Durations.format(Duration.ofMillis(length.toMillis()));
    }

    private final class Counting implements TierSink {
        private final Gathering into;
        private long kept;

        Counting(Gathering into) {
            this.into = into;
        }

        @Override
        public void begin(List<SeriesKey> keys) {
            series += keys.size();
            into.begin(keys);
            settle();
        }

        @Override
        public void points(int[] slots, long[] times, double[] values, int length) {
            points += length;
            if (points > limits.points()) {
                throw tooManyPoints(points);
            }
            into.points(slots, times, values, length);
            settle();
        }

        @Override
        public void run(int slot, long[] times, double[] values, int length) {
            points += length;
            if (points > limits.points()) {
                throw tooManyPoints(points);
            }
            into.run(slot, times, values, length);
            settle();
        }

        @Override
        public void summaries(Summaries rows) {
            points += rows.length();
            if (points > limits.points()) {
                throw tooManyPoints(points);
            }
            into.summaries(rows);
            settle();
        }

        @Override
        public void knownUntil(long epochMillis) {
            into.knownUntil(epochMillis);
        }

        @Override
        public boolean isWanted() {
            return Meter.this.isWanted();
        }

        @Override
        public void restart(int slot) {
            into.restart(slot);
        }

        private void settle() {
            long now = into.bytes();
            keep(now - kept);
            kept = now;
            check();
        }
    }
}
