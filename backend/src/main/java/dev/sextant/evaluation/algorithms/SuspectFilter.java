// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.algorithms;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.algorithm.Parameter.Deviation;
import dev.sextant.query.FrameMethods;
import dev.sextant.query.FrameMethods.FrameMethod;
import dev.sextant.query.FrameMethods.UnfitFramesException;
import dev.sextant.telemetry.Frame;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Series;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Keeps the rows of a result that meet all conditions in enough of their last points.
///
/// @param border score at or above which a point counts
/// @param wanted in how many of the last points
/// @param among how many last points are looked at
record SuspectFilter(double border, int wanted, int among, Distance distance)
        implements FrameMethod {
    private static final Pattern AT_LEAST = Pattern.compile("(\\d{1,3}) of (\\d{1,3})");
    private static final int MOST = 20;

    /// How far from what is expected, and on which side.
    record Distance(String direction, Deviation least) {
        boolean admits(double value, double expected) {
            double deviation = value - expected;
            boolean isOnSide =
                    switch (direction) {
                        case "up" -> !(deviation <= 0);
                        case "down" -> !(deviation >= 0);
                        default -> true;
                    };
            if (least.equals(Deviation.NONE)) {
                return isOnSide;
            }
            double size = Math.abs(deviation);
            return isOnSide
                    && size >= least.absolute()
                    && size >= least.relative() * Math.abs(expected);
        }
    }

    static SuspectFilter of(JsonNode plan) {
        var fields =
                OptionFields.of("where", plan)
                        .allow(
                                Set.of(
                                        "op",
                                        "input",
                                        "scoreAbove",
                                        "atLeast",
                                        "minDeviation",
                                        "direction"));
        var direction =
                fields.find("direction")
                        .map(value ->
                                new GivenValue(fields, "direction", value)
                                        .word(List.of("up", "down", "both")))
                        .orElse("both");
        var least =
                fields.find("minDeviation")
                        .map(value -> new GivenValue(fields, "minDeviation", value).distance())
                        .orElse(Deviation.NONE);
        var counts = atLeast(fields);
        return new SuspectFilter(
                fields.number("scoreAbove", 1),
                counts[0],
                counts[1],
                new Distance(direction, least));
    }

    private static int[] atLeast(OptionFields fields) {
        var given = fields.find("atLeast");
        if (given.isEmpty()) {
            return new int[] {1, 1};
        }
        var read = AT_LEAST.matcher(given.get().isTextual() ? given.get().textValue() : "");
        if (read.matches()) {
            int wanted = Integer.parseInt(read.group(1));
            int among = Integer.parseInt(read.group(2));
            if (wanted >= 1 && wanted <= among && among <= MOST) {
                return new int[] {wanted, among};
            }
        }
        throw fields.fault(
                "atLeast", "must be like \"4 of 5\", of " + MOST + " at most", given.get());
    }

    @Override
    public boolean isSieve() {
        return true;
    }

    @Override
    public Frame apply(List<Frame> inputs, FrameMethods.Run run) {
        var input = inputs.getFirst();
        if (input.series().isEmpty()) {
            return input;
        }
        var score = input.sides().get("score");
        if (score == null) {
            throw new UnfitFramesException(
                    "only what an algorithm scored can be suspect: put .where after algo.expected or algo.detect");
        }
        var scores = score.byLabels();
        var expected = input.sides().getOrDefault("expected", new Frame(List.of())).byLabels();
        return input.keep(
                input.series().stream().filter(row -> isSuspect(row, scores, expected)).toList());
    }

    private boolean isSuspect(
            Series row, Map<Labels, Series> scores, Map<Labels, Series> expected) {
        var labels = row.key().labels();
        var score = scores.get(labels);
        var usual = expected.get(labels);
        if (score == null) {
            return false;
        }
        int found = 0;
        for (int back = 1; back <= Math.min(among, row.length()); back++) {
            double value = row.values()[row.length() - back];
            double reference = at(usual, back);
            if (at(score, back) >= border && distance.admits(value, reference)) {
                found++;
            }
        }
        return found >= wanted;
    }

    private static double at(@Nullable Series side, int back) {
        return side == null || back > side.length()
                ? Double.NaN
                : side.values()[side.length() - back];
    }
}
