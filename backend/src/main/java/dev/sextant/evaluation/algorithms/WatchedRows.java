// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.algorithms;

import dev.sextant.algorithm.Finding;
import dev.sextant.algorithm.Points;
import dev.sextant.algorithm.Settings;
import dev.sextant.algorithm.Watch;
import dev.sextant.algorithm.Work;
import dev.sextant.evaluation.algorithms.AppliedAlgorithm.Kept;
import dev.sextant.query.FrameMethods.Question;
import dev.sextant.query.FrameMethods.Stream;
import dev.sextant.query.FrameMethods.Streamed;
import dev.sextant.telemetry.Frame;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The rows that an online algorithm watches, by their names: of each what was learnt, and the points since, which are judged anew
/// with each question.
final class WatchedRows implements Stream {
    /// Rows that are judged before those that do not stay are let go.
    private static final int AT_ONCE = 1_000;

    private static final long BYTES_OF_A_ROW = 200;

    private final Watch watch;
    private final Kept kept;
    private final int longestTail;
    private final Map<SeriesKey, Integer> places = new HashMap<>();
    private final List<Tail> tails = new ArrayList<>();
    private long tailBytes;

    private WatchedRows(Watch watch, Kept kept, int longestTail) {
        this.watch = watch;
        this.kept = kept;
        this.longestTail = longestTail;
    }

    /// The algorithm, its settings, and how much of each row is told.
    record Method(Work.Start start, Settings settings, Kept kept) implements Streamed {
        @Override
        public Stream start(int settling) {
            return new WatchedRows(
                    start.watch(settings),
                    kept,
                    (int) Math.min(Integer.MAX_VALUE - 8L, (long) kept.points() + settling));
        }

        @Override
        public boolean isFrugal() {
            return kept.isFew();
        }
    }

    @Override
    public void feed(Frame points, long since) {
        tails.forEach(tail -> tail.dropAfter(since));
        for (var series : points.series()) {
            int row = places.computeIfAbsent(series.key(), _ -> begin());
            var tail = tails.get(row);
            tailBytes -= tail.bytes();
            var leaving = tail.add(new Points(series.times(), series.values()), longestTail);
            tailBytes += tail.bytes();
            if (leaving.length() > 0) {
                watch.learn(row, leaving);
            }
        }
    }

    private int begin() {
        tails.add(new Tail());
        tailBytes += tails.getLast().bytes();
        return watch.add();
    }

    @Override
    public Frame answer(Question question) {
        var freshness = Freshness.of(newest(), question.run());
        var answer = new ArrayList<Frame>();
        var some = new FrameOfFindings();
        int judged = 0;
        for (var key : named(question.since())) {
            var found = look(key, question.since());
            some.add(key, freshness.of(key, found));
            if (++judged % AT_ONCE == 0) {
                question.run().check().run();
                answer.add(question.sieve().apply(some.frame()));
                some = new FrameOfFindings();
            }
        }
        answer.add(question.sieve().apply(some.frame()));
        return FrameOfFindings.joined(answer);
    }

    /// Rows with a point after that, in the order of their names.
    private List<SeriesKey> named(long since) {
        record Named(String name, SeriesKey key) {}
        var rows = new ArrayList<Named>();
        places.forEach((key, row) -> {
            var tail = tails.get(row);
            if (tail.length() > 0 && tail.newest() > since) {
                rows.add(new Named(key.labels().toString(), key));
            }
        });
        rows.sort(Comparator.comparing(Named::name));
        return rows.stream().map(Named::key).toList();
    }

    private Finding look(SeriesKey key, long since) {
        int row = places.getOrDefault(key, 0);
        var points = tails.get(row).points();
        var found = watch.judge(row, new Series(key, points.times(), points.values()));
        return kept.of(found).since(since + 1);
    }

    private long newest() {
        return tails.stream()
                .filter(tail -> tail.length() > 0)
                .mapToLong(Tail::newest)
                .max()
                .orElse(Instant.EPOCH.toEpochMilli());
    }

    @Override
    public int rows() {
        return tails.size();
    }

    @Override
    public long bytes() {
        return tails.size() * (watch.bytesPerRow() + BYTES_OF_A_ROW) + tailBytes;
    }
}
