// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm;

import dev.sextant.algorithm.Parameter.Type;
import dev.sextant.algorithm.change.AutoChanges;
import dev.sextant.algorithm.change.BayesianOnline;
import dev.sextant.algorithm.change.BinarySegmentation;
import dev.sextant.algorithm.change.Change;
import dev.sextant.algorithm.change.ChangeDetector;
import dev.sextant.algorithm.change.Onset;
import dev.sextant.algorithm.change.Pelt;
import dev.sextant.telemetry.Series;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/// Change points and onsets. A row has one point per change: its time, and the level from there on; `expected` is the level before.
final class ChangeEntries {
    private static final String SENSITIVITY = "sensitivity";
    private static final String PENALTY = "penalty";
    private static final String EXPECTED_RUN = "expectedRun";
    private static final int DIGITS = 4;

    /// Exact partitions of a series without a change take time by the square of its length.
    private static final int MOST_OF_PELT = 5_000;

    private static final int MOST = 50_400;

    private static final Parameter OF_PENALTY =
            new Parameter(
                    PENALTY,
                    new Type.Number(0.01, 100),
                    "1",
                    "How much a change must gain, as a multiple of the usual penalty.",
                    "一次变化至少要带来的收益，为默认惩罚的倍数。");

    private ChangeEntries() {}

    static List<Algorithm> all() {
        return List.of(
                entry(
                        "auto",
                        new About(
                                "The changes that a person would draw: levels and slopes, a clear season taken off first.",
                                "人会在图上画出的变化：水平与斜率，先去除明显的周期。",
                                "own; exact partitions in the manner of PELT, chosen by an information criterion"),
                        new Parameter(
                                SENSITIVITY,
                                new Type.Number(0.01, 100),
                                "1",
                                "2 halves what a change must explain.",
                                "2 表示变化所需解释的份额减半。"),
                        settings -> new AutoChanges(settings.number(SENSITIVITY))),
                entry(
                        "pelt",
                        new About(
                                "The best partition into levels, exact; of more than 5,000 points the last ones count.",
                                "精确求出的最优水平划分；超过 5,000 个点时只取最后的点。",
                                "Killick, Fearnhead and Eckley, JASA 2012"),
                        OF_PENALTY,
                        settings -> new Pelt(Pelt.Kind.MEAN, settings.number(PENALTY), 3)),
                entry(
                        "binarySegmentation",
                        new About(
                                "Cuts where it gains most, then each part again; fast, not exact.",
                                "先在收益最大处切分，再逐段重复；快速但不精确。",
                                "Scott and Knott, Biometrics 1974"),
                        OF_PENALTY,
                        settings ->
                                new BinarySegmentation(
                                        Pelt.Kind.MEAN, settings.number(PENALTY), 3)),
                bayesianOnline(),
                onset());
    }

    private static Algorithm bayesianOnline() {
        return entry(
                "bayesianOnline",
                new About(
                        "Where the most probable run began, read as a stream.",
                        "以流方式读取，最可能的连续段的起点。",
                        "Adams and MacKay, Bayesian online changepoint detection, 2007"),
                new Parameter(
                        EXPECTED_RUN,
                        new Type.Number(2, 1e6),
                        "250",
                        "Points between changes that are expected.",
                        "预期两次变化之间的点数。"),
                settings -> new BayesianOnline(settings.number(EXPECTED_RUN), 5));
    }

    private static Algorithm onset() {
        return new Algorithm(
                Kind.CHANGE,
                "onset",
                1,
                new About(
                        "When the departure began that is now seen; a ramp is dated at its foot.",
                        "当前所见偏离的起始时间；斜坡以其起点计。",
                        "Page, Continuous inspection schemes, Biometrika 1954"),
                new Algorithm.Recipe(List.of(), new Work.OfEach((series, _) -> began(series))));
    }

    private static Algorithm entry(
            String method,
            About about,
            Parameter parameter,
            Function<Settings, ChangeDetector> detector) {
        return new Algorithm(
                Kind.CHANGE,
                method,
                1,
                about,
                new Algorithm.Recipe(
                        List.of(parameter),
                        new Work.OfEach(
                                (series, settings) -> look(detector.apply(settings), series))));
    }

    private static Optional<Finding> look(ChangeDetector detector, Series series) {
        var steps = EqualSteps.of(series).newest(detector instanceof Pelt ? MOST_OF_PELT : MOST);
        var changes = detector.detect(steps.values());
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        var times = changes.stream().mapToLong(change -> steps.time(change.index())).toArray();
        var sides = new LinkedHashMap<String, Points>();
        sides.put("score", points(times, changes, Change::score));
        sides.put("tail", points(times, changes, change -> 1 - change.confidence()));
        sides.put("expected", points(times, changes, Change::before));
        var row = points(times, changes, Change::after);
        return Optional.of(new Finding(row, sides, changes.getLast().explanation()));
    }

    private static Points points(
            long[] times, List<Change> changes, ToDoubleFunction<Change> part) {
        return new Points(times, changes.stream().mapToDouble(part).toArray());
    }

    private static Optional<Finding> began(Series series) {
        var steps = EqualSteps.of(series).newest(MOST);
        return Onset.of(steps.values())
                .map(found -> {
                    var times = new long[] {steps.time(found.index())};
                    var sides =
                            Map.of(
                                    "score", new Points(times, new double[] {found.score()}),
                                    "expected", new Points(times, new double[] {found.usual()}));
                    var row = new Points(times, new double[] {found.now()});
                    return new Finding(row, sides, explanation(found));
                });
    }

    private static String explanation(Onset found) {
        return String.format(
                Locale.ROOT,
                "departs from %s to %s, %.1f times the border",
                Rounding.text(found.usual(), DIGITS),
                Rounding.text(found.now(), DIGITS),
                found.score());
    }
}
