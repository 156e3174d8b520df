// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm;

import dev.sextant.algorithm.Parameter.Type;
import dev.sextant.algorithm.relation.Clusters;
import dev.sextant.algorithm.relation.LaggedCorrelation;
import dev.sextant.algorithm.relation.Similar;
import dev.sextant.telemetry.Series;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// What series have to do with one another.
final class RelationEntries {
    private static final String LAG = "lag";
    private static final String MOST = "most";
    private static final String COUNT = "count";
    private static final String LEAST = "least";
    private static final int USUAL_LAG = 10;

    /// The correlation at which two move together.
    private static final double TOGETHER = 0.7;

    /// More probable by chance than this, nothing reaches the border.
    private static final double CHANCE = 0.01;

    private static final int LONGEST = 5_000;

    /// Products of points: a second or two of one core.
    private static final double MOST_WORK = 3e8;

    private static final Parameter OF_LAG =
            new Parameter(
                    LAG,
                    new Type.Length(Duration.ZERO, Duration.ofDays(30)),
                    null,
                    "How far one may lead or follow the other. Left out: ten steps.",
                    "允许领先或滞后多久；省略时为十步。");

    private RelationEntries() {}

    static List<Algorithm> all() {
        return List.of(
                entry(
                        "correlation",
                        new About(
                                "Each row with the row of the other frame (without one: of its own) that it moves with most: value is the correlation, side lag how many milliseconds it comes later.",
                                "每行与另一 frame（省略时为自身）中同步程度最高的行：value 为相关系数，lag 为滞后毫秒数。",
                                "Box, Jenkins and Reinsel, Time series analysis, chapter 12"),
                        List.of(OF_LAG),
                        new Work.OfTwo(RelationEntries::correlated)),
                entry(
                        "similar",
                        new About(
                                "The rows of the other frame that are most like one of the first, the most like first, whatever their units.",
                                "另一 frame 中与第一个 frame 的行最相似的行，最相似者在前，与单位无关。",
                                "Faloutsos, Ranganathan and Manolopoulos, Fast subsequence matching in time-series databases, SIGMOD 1994"),
                        List.of(
                                OF_LAG,
                                new Parameter(
                                        MOST,
                                        new Type.Number(1, 1_000),
                                        "10",
                                        "How many are answered.",
                                        "返回的条数。")),
                        new Work.OfTwo(RelationEntries::similar)),
                clusters());
    }

    private static Algorithm clusters() {
        return entry(
                "clusters",
                new About(
                        "Groups of rows that look alike, the largest first: value is the number of the group, from 1. Who is like nobody is a group alone.",
                        "形状相似的行分组，最大的组在前：value 为组号，从 1 开始；与谁都不相似的行自成一组。",
                        "Gower and Ross, Minimum spanning trees and single linkage cluster analysis, Applied Statistics 18, 1969"),
                List.of(
                        new Parameter(
                                COUNT,
                                new Type.Number(1, 1_000),
                                null,
                                "At most so many groups. Left out: as many as there are.",
                                "最多的组数；省略时不限。"),
                        new Parameter(
                                LEAST,
                                new Type.Number(0.1, 1),
                                "0.8",
                                "Correlation from which on two are alike.",
                                "视为相似的最小相关系数。")),
                new Work.OfAll((rows, settings) -> grouped(rows, settings)));
    }

    private static Algorithm entry(
            String method, About about, List<Parameter> parameters, Work work) {
        return new Algorithm(
                Kind.RELATION, method, 1, about, new Algorithm.Recipe(parameters, work));
    }

    /// A row with its partner.
    private record Pair(Series row, Optional<Similar> found, Optional<Series> partner) {
        double score() {
            double score = found.map(Similar::similarity).orElse(0.0) / TOGETHER;
            return tail() <= CHANCE ? score : Math.min(score, Math.nextDown(1.0));
        }

        double tail() {
            return found.map(one -> one.relation().tail()).orElse(1.0);
        }

        double correlation() {
            return found.map(one -> one.relation().correlation()).orElse(0.0);
        }

        // The relation is told of the partner, the answer of the row.
        int lag() {
            return -found.map(Similar::relation).map(LaggedCorrelation::lag).orElse(0);
        }
    }

    private static List<Work.Named> correlated(
            List<Series> rows, Optional<List<Series>> others, Settings settings) {
        return named(rows, others.orElse(rows), settings, false);
    }

    private static List<Work.Named> similar(
            List<Series> rows, Optional<List<Series>> others, Settings settings) {
        return named(others.orElse(rows), rows, settings, true).stream()
                .limit((long) settings.number(MOST))
                .toList();
    }

    private static List<Work.Named> named(
            List<Series> rows, List<Series> partners, Settings settings, boolean isRanked) {
        var all = new ArrayList<>(rows);
        all.addAll(partners);
        var shared = SharedSteps.of(all, LONGEST);
        int lag = lag(shared, settings);
        affordable((double) rows.size() * partners.size() * (2.0 * lag + 1), shared);
        var pairs = new ArrayList<Pair>();
        for (int i = 0; i < rows.size(); i++) {
            pairs.add(partnered(all, shared, i, new Search(rows.size(), lag)));
        }
        if (isRanked) {
            pairs.sort(Comparator.comparingDouble(pair -> -pair.score()));
        }
        return pairs.stream().map(pair -> named(pair, shared)).toList();
    }

    private static int lag(SharedSteps shared, Settings settings) {
        long steps =
                settings.has(LAG) ? settings.length(LAG).toMillis() / shared.step() : USUAL_LAG;
        return (int) Math.clamp(steps, 0, Math.max(0, shared.length() - 1));
    }

    /// @throws IllegalArgumentException when it would take too long
    private static void affordable(double comparisons, SharedSteps shared) {
        if (comparisons * shared.length() > MOST_WORK) {
            throw new IllegalArgumentException(
                    "%,.0f comparisons of %,d points take too long: give fewer rows, a longer step or a shorter lag"
                            .formatted(comparisons, shared.length()));
        }
    }

    /// @param from where the partners begin among all series
    /// @param lag in steps
    private record Search(int from, int lag) {}

    private static Pair partnered(List<Series> all, SharedSteps shared, int row, Search search) {
        var own = shared.values().get(row);
        var candidates = new LinkedHashMap<String, double[]>();
        for (int i = search.from(); i < all.size(); i++) {
            var values = shared.values().get(i);
            boolean isItself =
                    all.get(i).key().equals(all.get(row).key()) && Arrays.equals(values, own);
            if (!isItself) {
                candidates.put(String.valueOf(i), values);
            }
        }
        var found =
                Similar.to(own, candidates, search.lag(), 1).stream()
                        .filter(one -> one.similarity() > 0)
                        .findFirst();
        return new Pair(
                all.get(row), found, found.map(one -> all.get(Integer.parseInt(one.name()))));
    }

    private static Work.Named named(Pair pair, SharedSteps shared) {
        long time = shared.time(Math.max(0, shared.length() - 1));
        var sides = new LinkedHashMap<String, Points>();
        sides.put("score", Points.single(time, pair.score()));
        sides.put("tail", Points.single(time, pair.tail()));
        sides.put("lag", Points.single(time, (double) pair.lag() * shared.step()));
        var row = Points.single(time, pair.correlation());
        return new Work.Named(pair.row(), new Finding(row, sides, explanation(pair, shared)));
    }

    private static String explanation(Pair pair, SharedSteps shared) {
        return pair.partner()
                .map(partner ->
                        "goes %s %s, %s (correlation %s, by chance %s)"
                                .formatted(
                                        pair.correlation() < 0 ? "against" : "with",
                                        partner.key(),
                                        when(pair.lag() * shared.step()),
                                        Rounding.text(pair.correlation(), 2),
                                        Rounding.text(pair.tail(), 2)))
                .orElse("goes with none of them");
    }

    private static String when(long millis) {
        if (millis == 0) {
            return "at the same time";
        }
        return Lengths.text(Math.abs(millis)) + (millis > 0 ? " later" : " earlier");
    }

    private static List<Work.Named> grouped(List<Work.Row> rows, Settings settings) {
        var series = rows.stream().map(Work.Row::series).toList();
        var shared = SharedSteps.of(series, LONGEST);
        affordable((double) series.size() * series.size() / 2, shared);
        double least = settings.number(LEAST);
        int most = settings.has(COUNT) ? (int) settings.number(COUNT) : Integer.MAX_VALUE;
        var members = Clusters.of(shared.values(), least, most);
        record Placed(Series row, Clusters.Member member) {}
        var placed = new ArrayList<Placed>();
        for (int i = 0; i < series.size(); i++) {
            placed.add(new Placed(series.get(i), members.get(i)));
        }
        placed.sort(Comparator.comparingInt(one -> one.member().group()));
        long time = shared.time(Math.max(0, shared.length() - 1));
        return placed.stream()
                .map(one -> new Work.Named(one.row(), finding(one.member(), least, time)))
                .toList();
    }

    private static Finding finding(Clusters.Member member, double least, long time) {
        var sides = new LinkedHashMap<String, Points>();
        sides.put("score", Points.single(time, member.nearest() / least));
        sides.put("group", Points.single(time, member.group()));
        var said =
                member.others() == 0
                        ? "group %d, alone".formatted(member.group())
                        : "group %d with %,d more; correlation with its next %s"
                                .formatted(
                                        member.group(),
                                        member.others(),
                                        Rounding.text(member.nearest(), 2));
        return new Finding(Points.single(time, member.group()), sides, said);
    }
}
