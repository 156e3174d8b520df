// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query;

import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Series as they come in bad weather, from a seed: uneven steps, gaps, resets, ends and returns, single points, counters
/// from zero. No point lies on a full second, but for those at times that are asked for.
final class AwkwardSeries {
    private static final double STALE = Double.longBitsToDouble(0x7ff0000000000002L);
    private static final List<String> BOUNDS = List.of("0.1", "0.5", "1", "2.5", "10", "+Inf");

    private final Random random;
    private final long from;
    private final long to;
    private final List<Long> edges;

    /// @param edges where a third of the series have a point, as windows begin or end there
    AwkwardSeries(long seed, long from, long to, List<Long> edges) {
        this.random = new Random(seed);
        this.from = from;
        this.to = to;
        this.edges = edges;
    }

    /// One of the metric m, in one of three zones.
    Series series(int number) {
        var points = new TreeMap<Long, Double>();
        long step = 2_000L + random.nextInt(40_000);
        boolean isGauge = number % 4 == 3;
        double value = random.nextInt(3) == 0 ? 0 : random.nextDouble() * 1_000;
        long time = from + random.nextInt(random.nextInt(4) == 0 ? 900_000 : 60_000);
        for (; time < to; time += step + random.nextInt((int) step)) {
            long at = time / 1_000 * 1_000 + 1 + random.nextInt(998);
            points.put(at, value);
            value = isGauge ? random.nextGaussian() * 100 : next(value);
            switch (random.nextInt(30)) {
                case 0 -> time += random.nextInt(400_000);
                case 1 -> points.put(at + 1, STALE);
                case 2 -> points.put(at + 1, isGauge ? Double.NaN : value);
                default -> step = Math.max(2_000, step + random.nextInt(2_001) - 1_000);
            }
        }
        for (var edge : edges) {
            var before = points.floorEntry(edge);
            if (before != null && random.nextInt(3) == 0) {
                points.put(edge, random.nextInt(4) == 0 ? STALE : before.getValue());
            }
        }
        var labels = Map.of("case", "c" + number, "zone", "z" + number % 3);
        return series("m", Labels.of(labels), points);
    }

    /// The buckets of one histogram: cumulative, now and then reset, now and then read half before and half after.
    List<Series> histogram(int number) {
        var buckets = new ArrayList<Series>();
        var points = new ArrayList<TreeMap<Long, Double>>();
        BOUNDS.forEach(_ -> points.add(new TreeMap<>()));
        var counts = new double[BOUNDS.size()];
        for (long time = from; time < to; time += 15_000) {
            int seen = number % 5 == 4 ? 0 : random.nextInt(20);
            for (int i = 0; i < seen; i++) {
                for (int bound = random.nextInt(counts.length); bound < counts.length; bound++) {
                    counts[bound] += random.nextInt(40) == 0 ? 0 : 1;
                }
            }
            if (random.nextInt(40) == 0) {
                counts = new double[BOUNDS.size()];
            }
            for (int bound = 0; bound < counts.length; bound++) {
                points.get(bound).put(time, counts[bound]);
            }
        }
        for (int bound = 0; bound < counts.length; bound++) {
            var labels =
                    Map.of("le", BOUNDS.get(bound), "case", "c" + number, "zone", "z" + number % 2);
            buckets.add(series("h_bucket", Labels.of(labels), points.get(bound)));
        }
        return buckets;
    }

    /// The same series under another name, without its point at a time.
    static Series without(long time, Series series, String metric) {
        int[] kept =
                IntStream.range(0, series.length())
                        .filter(i -> series.times()[i] != time)
                        .toArray();
        return new Series(
                new SeriesKey(metric, series.key().labels()),
                IntStream.of(kept).mapToLong(i -> series.times()[i]).toArray(),
                IntStream.of(kept).mapToDouble(i -> series.values()[i]).toArray());
    }

    private double next(double value) {
        return switch (random.nextInt(25)) {
            case 0 -> random.nextDouble() * 10;
            case 1 -> 0;
            case 2, 3, 4 -> value;
            default -> value + random.nextDouble() * 50;
        };
    }

    private static Series series(String metric, Labels labels, TreeMap<Long, Double> points) {
        return new Series(
                new SeriesKey(metric, labels),
                points.keySet().stream().mapToLong(Long::longValue).toArray(),
                points.values().stream().mapToDouble(Double::doubleValue).toArray());
    }
}
