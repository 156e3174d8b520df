// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm;

import dev.sextant.algorithm.relation.Peers;
import dev.sextant.algorithm.shape.ShapeMethod;
import dev.sextant.telemetry.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Detectors that look at a whole series, or at a group of them.
final class ShapeEntries {
    private static final String BY = "by";

    private ShapeEntries() {}

    static List<Algorithm> all() {
        return Stream.of(ofPoints(), ofStretches(), List.of(peers()))
                .flatMap(List::stream)
                .toList();
    }

    private static Algorithm entry(ShapeMethod method, About about) {
        return new Algorithm(
                Kind.ANOMALY,
                method.title(),
                1,
                about,
                new Algorithm.Recipe(
                        Parameters.OF_DETECTORS,
                        new Work.OfEach((series, settings) ->
                                Stream.of(series)
                                        .filter(one -> one.length() > 0)
                                        .map(one -> look(method, one, settings))
                                        .findFirst())));
    }

    private static Finding look(ShapeMethod method, Series series, Settings settings) {
        var options = AnomalyEntries.options(settings);
        return AnomalyEntries.finding(
                series, method.detect(series.times(), series.values(), options));
    }

    private static List<Algorithm> ofPoints() {
        return List.of(
                entry(
                        ShapeMethod.SPECTRAL_RESIDUAL,
                        new About(
                                "What stands out once the usual course of the spectrum is taken out.",
                                "去除频谱的常态走势之后仍突出的点。",
                                "Ren et al., Time-series anomaly detection service at Microsoft, KDD 2019")),
                entry(
                        ShapeMethod.SEASONAL_ESD,
                        new About(
                                "Outliers of what seasons and the median leave, by the extreme studentised deviate test.",
                                "去除周期与中位数后，以极端学生化偏差检验找出的离群点。",
                                "Hochenbaum, Vallis and Kejariwal, Automatic anomaly detection in the cloud via statistical learning, 2017")),
                entry(
                        ShapeMethod.SPIKE,
                        new About(
                                "Points that rise out of the 15 on each side and are gone again.",
                                "高出两侧各 15 个点、随即消失的尖峰。",
                                "Hampel, The influence curve and its role in robust estimation, JASA 69, 1974")),
                entry(
                        ShapeMethod.DIP,
                        new About(
                                "Points that fall below the 15 on each side and are gone again.",
                                "低于两侧各 15 个点、随即恢复的凹陷。",
                                "Hampel, The influence curve and its role in robust estimation, JASA 69, 1974")));
    }

    private static List<Algorithm> ofStretches() {
        return List.of(
                entry(
                        ShapeMethod.DISCORD,
                        new About(
                                "Stretches whose form resembles no other stretch, by the matrix profile.",
                                "形状与其他任何片段都不相似的片段（矩阵轮廓）。",
                                "Yeh et al., Matrix profile I, ICDM 2016")),
                entry(
                        ShapeMethod.RANDOM_CUT_FOREST,
                        new About(
                                "Stretches of four points that few random cuts set apart from all others. For chosen series: a megabyte and some tenths of a second each.",
                                "少数随机切分即可与其余片段分开的四点片段。仅用于选定的序列：每条约占 1 MB 与零点几秒。",
                                "Guha, Mishra, Roy and Schrijvers, Robust random cut forest based anomaly detection on streams, ICML 2016")),
                entry(
                        ShapeMethod.RELATIVE_ENTROPY,
                        new About(
                                "The distribution of the last 50 points is unlike that of all before.",
                                "最近 50 个点的分布与此前不同。",
                                "Wang et al., Statistical techniques for online anomaly detection in data centers, IM 2011")),
                entry(
                        ShapeMethod.FLAT_LINE,
                        new About(
                                "A series that moves stands still for longer than ever.",
                                "本来变动的序列长时间不变。",
                                "Wald and Wolfowitz, On a test whether two samples are from the same population, 1940")),
                entry(
                        ShapeMethod.VARIANCE_CHANGE,
                        new About(
                                "The steps of the last 30 points are wider or narrower than those of the 90 before.",
                                "最近 30 个点的波动与之前 90 个点不同。",
                                "Brown and Forsythe, Robust tests for the equality of variances, JASA 69, 1974")),
                entry(
                        ShapeMethod.LEVEL_SHIFT,
                        new About(
                                "The median of the last 30 points is another than that of the 90 before.",
                                "最近 30 个点的中位数与之前 90 个点不同。",
                                "Mood, Introduction to the theory of statistics, 1950")));
    }

    private static Algorithm peers() {
        return new Algorithm(
                Kind.ANOMALY,
                "peers",
                1,
                new About(
                        "One against its group: the distance from the median of all rows of the group at the same time. Needs four rows.",
                        "个体与群体比较：同一时刻与组内各行中位数的距离；至少需要四行。",
                        "Iglewicz and Hoaglin, How to detect and handle outliers, 1993"),
                new Algorithm.Recipe(
                        List.of(
                                new Parameter(
                                        BY,
                                        new Parameter.Type.Names(),
                                        null,
                                        "Rows that agree in these labels are one group. Left out: all rows are.",
                                        "这些标签取值相同的行为一组；省略时全部行为一组。")),
                        new Work.OfAll(ShapeEntries::grouped)));
    }

    private static List<Work.Named> grouped(List<Work.Row> rows, Settings settings) {
        var by = settings.names(BY);
        return rows.stream()
                .map(Work.Row::series)
                .collect(
                        Collectors.groupingBy(
                                series -> series.key().labels().only(by),
                                LinkedHashMap::new,
                                Collectors.toList()))
                .values()
                .stream()
                .flatMap(group -> compared(group).stream())
                .toList();
    }

    private static List<Work.Named> compared(List<Series> group) {
        var shared = Alignment.of(group);
        var byName = new LinkedHashMap<String, double[]>();
        shared.values().forEach((series, values) -> byName.put(series.key().toString(), values));
        var members = Peers.compare(byName);
        var found = new ArrayList<Work.Named>();
        for (var series : shared.values().keySet()) {
            if (series.length() > 0) {
                var member = Objects.requireNonNull(members.get(series.key().toString()));
                found.add(new Work.Named(series, finding(series, shared.times(), member)));
            }
        }
        return found;
    }

    private static Finding finding(Series series, long[] times, Peers.Member member) {
        var places =
                Arrays.stream(series.times())
                        .mapToInt(time -> Arrays.binarySearch(times, time))
                        .toArray();
        Map<String, Points> sides = new LinkedHashMap<>();
        sides.put("score", side(series, places, member.score()));
        sides.put("expected", side(series, places, member.expected()));
        sides.put("lower", side(series, places, member.lower()));
        sides.put("upper", side(series, places, member.upper()));
        var row = new Points(series.times(), series.values());
        var isKnown = !Double.isNaN(member.expected()[places[places.length - 1]]);
        return new Finding(
                row,
                sides,
                isKnown
                        ? "against the median of its group"
                        : "fewer than four of its group are known: nothing to compare it with");
    }

    private static Points side(Series series, int[] places, double[] values) {
        return new Points(
                series.times(), Arrays.stream(places).mapToDouble(at -> values[at]).toArray());
    }
}
