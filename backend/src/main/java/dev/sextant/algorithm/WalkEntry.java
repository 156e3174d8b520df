// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm;

import dev.sextant.algorithm.Parameter.Graph;
import dev.sextant.algorithm.Parameter.Type;
import dev.sextant.algorithm.cause.CallGraph;
import dev.sextant.algorithm.cause.Cause;
import dev.sextant.algorithm.cause.CauseWalk;
import dev.sextant.algorithm.cause.Incident;
import dev.sextant.algorithm.cause.NodeSeries;
import dev.sextant.algorithm.change.Direction;
import dev.sextant.algorithm.change.Onset;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The walk along calls, from a symptom to its cause.
final class WalkEntry {
    private static final String SYMPTOM = "symptom";
    private static final String GRAPH = "graph";
    private static final String BEGAN = "began";
    private static final String WORSE = "worse";
    private static final int MOST_STEPS = 20_000;

    /// Points before the incident that tell the level.
    private static final int RECENT = 30;

    private WalkEntry() {}

    static Algorithm entry() {
        return new Algorithm(
                Kind.CAUSE,
                "walk",
                1,
                new About(
                        "Where trouble began: blame walks from a symptom along calls as far as callees explain it by size, form, onset and changes; score is the share that stays. A second frame may tell how many requests each had.",
                        "问题始于何处：归因自症状沿调用关系行进，直至被调用方在幅度、形状、起始时间与变更上能解释的程度；score 为留下的份额。第二个 frame 可给出各自的请求量。",
                        "after Hardt et al., The PetShop dataset, CLeaR 2024, and Kim, Sumbaly and Shah, MonitorRank, SIGMETRICS 2013"),
                new Algorithm.Recipe(parameters(), new Work.OfTwo(WalkEntry::walked)));
    }

    private static List<Parameter> parameters() {
        return List.of(
                new Parameter(
                        SYMPTOM,
                        new Type.Place(),
                        null,
                        "Labels of what was seen to suffer. Must be given.",
                        "出现症状者的标签，必填。"),
                new Parameter(
                        GRAPH,
                        new Type.Graph(),
                        null,
                        "Who needs whom: { calls: [{ from, to }], changed: [] }, each by its labels; a rule's algo.causes takes it from the entity graph. Must be given.",
                        "依赖关系：{ calls: [{ from, to }], changed: [] }，各以标签表示；规则中 algo.causes 取自实体图。必填。"),
                new Parameter(
                        BEGAN,
                        new Type.Time(),
                        null,
                        "When the trouble began. Left out: the onset that is seen in the symptom's row.",
                        "问题开始时间；省略时取症状所在行可见的起始点。"),
                new Parameter(
                        WORSE,
                        new Type.Choice(List.of("up", "down", "any")),
                        "\"any\"",
                        "Where the metric goes when things are bad.",
                        "情况变坏时指标的方向。"));
    }

    private static List<Work.Named> walked(
            List<Series> rows, Optional<List<Series>> volumes, Settings settings) {
        var graph = settings.graph(GRAPH);
        var nodes = nodes(graph);
        var symptom = node(nodes, settings.place(SYMPTOM)).orElse(settings.place(SYMPTOM));
        nodes.add(symptom);
        var series = nodeSeries(nodes, rows, volumes);
        if (series.known().isEmpty()) {
            return List.of();
        }
        var own = series.known().get(symptom.toString());
        var began =
                settings.time(BEGAN)
                        .map(series.grid()::place)
                        .or(() ->
                                Optional.ofNullable(own)
                                        .flatMap(node -> Onset.of(node.values()))
                                        .map(Onset::index));
        if (began.isEmpty()) {
            return List.of();
        }
        var incident =
                new Incident(
                        symptom.toString(),
                        began.get(),
                        Math.clamp(began.get(), 1, RECENT),
                        worse(settings.word(WORSE)));
        var byName = nodes.stream().collect(Collectors.toMap(Labels::toString, node -> node));
        return CauseWalk.rank(calls(graph), series.known(), incident).stream()
                .map(cause -> {
                    var node = Objects.requireNonNull(byName.get(cause.node()));
                    return new Work.Named(
                            CauseEntries.nameless(series.metric(), node),
                            finding(cause, series, began.get()));
                })
                .toList();
    }

    private static Direction worse(String word) {
        return switch (word) {
            case "up" -> Direction.UP;
            case "down" -> Direction.DOWN;
            default -> Direction.SAME;
        };
    }

    private static Set<Labels> nodes(Graph graph) {
        var nodes = new LinkedHashSet<Labels>();
        graph.calls()
                .forEach(call -> {
                    nodes.add(call.from());
                    nodes.add(call.to());
                });
        return nodes;
    }

    private static CallGraph calls(Graph graph) {
        var callees = new LinkedHashMap<String, List<String>>();
        for (var call : graph.calls()) {
            callees.computeIfAbsent(call.from().toString(), _ -> new ArrayList<>())
                    .add(call.to().toString());
        }
        var changed = graph.changed().stream().map(Labels::toString).collect(Collectors.toSet());
        return new CallGraph(callees, changed);
    }

    /// The most specific node whose own labels are all among these.
    private static Optional<Labels> node(Set<Labels> nodes, Labels labels) {
        return nodes.stream()
                .filter(node -> node.size() > 0 && labels.only(node.asMap().keySet()).equals(node))
                .max((one, other) -> Integer.compare(one.size(), other.size()));
    }

    /// What is known of nodes, on one grid.
    private record Known(SharedSteps grid, Map<String, NodeSeries> known, String metric) {}

    private static Known nodeSeries(
            Set<Labels> nodes, List<Series> rows, Optional<List<Series>> volumes) {
        var all = new ArrayList<>(rows);
        volumes.ifPresent(all::addAll);
        var grid = SharedSteps.of(all, MOST_STEPS);
        var values = new LinkedHashMap<String, Means>();
        var counts = new HashMap<String, Means>();
        for (int i = 0; i < all.size(); i++) {
            var own = grid.values().get(i);
            var into = i < rows.size() ? values : counts;
            node(nodes, all.get(i).key().labels())
                    .ifPresent(node ->
                            into.computeIfAbsent(node.toString(), _ -> new Means(grid.length()))
                                    .add(own));
        }
        var known = new LinkedHashMap<String, NodeSeries>();
        values.forEach((node, means) -> {
            var had = counts.get(node);
            known.put(
                    node, new NodeSeries(means.means(), had == null ? new double[0] : had.means()));
        });
        var metric = rows.isEmpty() ? "cause" : rows.getFirst().key().metric();
        return new Known(grid, known, metric);
    }

    /// A node that has several rows has their mean.
    private static final class Means {
        private final double[] sums;
        private final int[] counts;

        Means(int length) {
            sums = new double[length];
            counts = new int[length];
        }

        void add(double[] values) {
            for (int i = 0; i < values.length; i++) {
                if (Double.isFinite(values[i])) {
                    sums[i] += values[i];
                    counts[i]++;
                }
            }
        }

        double[] means() {
            var means = new double[sums.length];
            Arrays.setAll(means, i -> counts[i] == 0 ? Double.NaN : sums[i] / counts[i]);
            return means;
        }
    }

    private static Finding finding(Cause cause, Known series, int began) {
        var evidence = cause.evidence();
        long time = series.grid().time(began + (long) Math.max(0, evidence.onset()));
        var sides = new LinkedHashMap<String, Points>();
        sides.put("score", Points.single(time, cause.score()));
        sides.put("anomaly", Points.single(time, evidence.anomaly()));
        sides.put("similarity", Points.single(time, evidence.similarity()));
        sides.put("distance", Points.single(time, evidence.distance()));
        return new Finding(Points.single(time, evidence.share()), sides, cause.explanation());
    }
}
