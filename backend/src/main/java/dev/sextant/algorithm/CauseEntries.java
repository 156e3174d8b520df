// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm;

import dev.sextant.algorithm.Parameter.Type;
import dev.sextant.algorithm.cause.Attributed;
import dev.sextant.algorithm.cause.Attribution;
import dev.sextant.algorithm.cause.Leaf;
import dev.sextant.algorithm.cause.MetricRank;
import dev.sextant.algorithm.cause.RankedMetric;
import dev.sextant.algorithm.cause.Slice;
import dev.sextant.algorithm.cause.Squeeze;
import dev.sextant.algorithm.change.Onset;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What explains what happened.
final class CauseEntries {
    private static final String BEGAN = "began";

    private CauseEntries() {}

    static List<Algorithm> all() {
        return List.of(
                new Algorithm(
                        Kind.CAUSE,
                        "metricRank",
                        1,
                        new About(
                                "All rows, the one that moved most and earliest first: before against after.",
                                "按变化幅度与先后排序的全部行：前后对比。",
                                "Nagaraj, Killian and Neville, Structured comparative analysis of systems logs, NSDI 2012"),
                        new Algorithm.Recipe(
                                List.of(
                                        new Parameter(
                                                BEGAN,
                                                new Type.Time(),
                                                null,
                                                "When the incident began. Left out: the earliest onset that is seen in the rows.",
                                                "事件开始时间；省略时取各行中最早可见的起始点。")),
                                new Work.OfAll(CauseEntries::ranked))),
                new Algorithm(
                        Kind.CAUSE,
                        "attribution",
                        1,
                        new About(
                                "Which labels, with which of their values, explain why a sum moved. The rows are compared with what they were: use .versus.",
                                "哪些标签及其取值解释了总和的变化。各行与之前比较：请使用 .versus。",
                                "Bhagwan et al., Adtributor: revenue debugging in advertising systems, NSDI 2014"),
                        new Algorithm.Recipe(
                                List.of(), new Work.OfAll((rows, _) -> attributed(rows)))),
                squeeze(),
                WalkEntry.entry());
    }

    private static Algorithm squeeze() {
        return new Algorithm(
                Kind.CAUSE,
                "squeeze",
                1,
                new About(
                        "In which combinations of label values a movement lies, be it one label or several together: a row each, with the combination as its labels. The rows are compared with what they were: use .versus.",
                        "变化位于哪些标签取值的组合（单个或多个标签）：每个组合一行，以该组合为标签。各行与之前比较：请使用 .versus。",
                        "Li et al., Generic and robust localization of multi-dimensional root causes, ISSRE 2019"),
                new Algorithm.Recipe(List.of(), new Work.OfAll((rows, _) -> squeezed(rows))));
    }

    private static List<Work.Named> squeezed(List<Work.Row> rows) {
        var leaves =
                rows.stream()
                        .map(row ->
                                new Leaf(
                                        row.series().key().labels().asMap(),
                                        row.before().map(CauseEntries::newest).orElse(0.0),
                                        newest(row.series())))
                        .toList();
        double moved = leaves.stream().mapToDouble(leaf -> leaf.actual() - leaf.expected()).sum();
        var metric = rows.isEmpty() ? "sum" : rows.getFirst().series().key().metric();
        long time = rows.stream().mapToLong(row -> newestTime(row.series())).max().orElse(0);
        var named = new ArrayList<Work.Named>();
        var known = new HashSet<Labels>();
        for (var found : Squeeze.find(leaves)) {
            var labels = Labels.of(found.labels());
            if (known.add(labels)) {
                double share = (found.actual() - found.expected()) / moved;
                var sides = new LinkedHashMap<String, Points>();
                sides.put("score", Points.single(time, found.potential()));
                sides.put("expected", Points.single(time, found.expected()));
                sides.put("share", Points.single(time, Double.isFinite(share) ? share : 0));
                var row = Points.single(time, found.actual());
                named.add(
                        new Work.Named(
                                nameless(metric, labels),
                                new Finding(row, sides, found.explanation())));
            }
        }
        return named;
    }

    /// What names a row of an answer that is none of the input.
    static Series nameless(String metric, Labels labels) {
        return new Series(new SeriesKey(metric, labels), new long[0], new double[0]);
    }

    private static long newestTime(Series series) {
        return series.length() == 0 ? 0 : series.times()[series.length() - 1];
    }

    private static List<Work.Named> ranked(List<Work.Row> rows, Settings settings) {
        var shared = Alignment.of(rows.stream().map(Work.Row::series).toList());
        if (shared.times().length == 0) {
            return List.of();
        }
        var began = settings.time(BEGAN).map(shared::place).or(() -> earliest(shared));
        if (began.isEmpty()) {
            return List.of();
        }
        var metrics = new LinkedHashMap<String, double[]>();
        var byName = new HashMap<String, Series>();
        shared.values()
                .forEach((series, values) -> {
                    metrics.put(series.key().toString(), values);
                    byName.put(series.key().toString(), series);
                });
        var found = new ArrayList<Work.Named>();
        for (var metric : MetricRank.rank(metrics, began.get())) {
            var series = byName.get(metric.name());
            if (series != null) {
                found.add(new Work.Named(series, finding(metric, shared, began.get())));
            }
        }
        return found;
    }

    private static Optional<Integer> earliest(Alignment shared) {
        return shared.values().values().stream()
                .flatMap(values -> Onset.of(values).stream())
                .map(Onset::index)
                .min(Integer::compareTo);
    }

    private static Finding finding(RankedMetric metric, Alignment shared, int began) {
        int place = Math.max(0, began) + Math.max(0, metric.onset());
        var times = new long[] {shared.times()[Math.min(place, shared.times().length - 1)]};
        var sides =
                Map.of(
                        "score", new Points(times, new double[] {metric.score()}),
                        "expected", new Points(times, new double[] {metric.before()}));
        var row = new Points(times, new double[] {metric.after()});
        return new Finding(row, sides, metric.explanation());
    }

    private static List<Work.Named> attributed(List<Work.Row> rows) {
        var slices = new LinkedHashMap<List<String>, double[]>();
        long last = 0;
        for (var row : rows) {
            double before = row.before().map(CauseEntries::newest).orElse(Double.NaN);
            double now = newest(row.series());
            last = Math.max(last, Arrays.stream(row.series().times()).max().orElse(0));
            row.series()
                    .key()
                    .labels()
                    .asMap()
                    .forEach((label, value) -> {
                        var sums =
                                slices.computeIfAbsent(List.of(label, value), _ -> new double[2]);
                        sums[0] += Double.isFinite(before) ? before : 0;
                        sums[1] += Double.isFinite(now) ? now : 0;
                    });
        }
        var asked = new ArrayList<Slice>();
        slices.forEach((place, sums) ->
                asked.add(new Slice(place.getFirst(), place.getLast(), sums[0], sums[1])));
        var metric = rows.isEmpty() ? "sum" : rows.getFirst().series().key().metric();
        var found = new ArrayList<Work.Named>();
        for (var label : Attribution.rank(asked)) {
            found.add(named(metric, label, last));
        }
        return found;
    }

    private static Work.Named named(String metric, Attributed found, long time) {
        double actual = found.parts().stream().mapToDouble(part -> part.slice().actual()).sum();
        double expected = found.parts().stream().mapToDouble(part -> part.slice().expected()).sum();
        var labels = Labels.of("label", found.dimension());
        var sides =
                Map.of(
                        "score", Points.single(time, found.power()),
                        "expected", Points.single(time, expected));
        return new Work.Named(
                nameless(metric, labels),
                new Finding(Points.single(time, actual), sides, found.explanation()));
    }

    private static double newest(Series series) {
        return series.length() == 0 ? Double.NaN : series.values()[series.length() - 1];
    }
}
