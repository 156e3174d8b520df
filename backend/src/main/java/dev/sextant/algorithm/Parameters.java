// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm;

import dev.sextant.algorithm.Parameter.Type;
import java.time.Duration;
import java.util.List;

/// Parameters that several algorithms share.
final class Parameters {
    static final String DIRECTION = "direction";
    static final String MIN_DURATION = "minDuration";
    static final String MIN_DEVIATION = "minDeviation";
    static final String SEASON = "season";
    static final String CALENDAR = "calendar";

    private static final Duration YEAR = Duration.ofDays(366);

    /// What every detector understands.
    static final List<Parameter> OF_DETECTORS =
            List.of(
                    new Parameter(
                            DIRECTION,
                            new Type.Choice(List.of("up", "down", "both")),
                            "\"both\"",
                            "On which side of the expected value a point counts.",
                            "计入预期值哪一侧的点。"),
                    new Parameter(
                            MIN_DURATION,
                            new Type.Length(Duration.ZERO, YEAR),
                            "\"0s\"",
                            "How long scores must have been at the border or above, without a break.",
                            "分数须连续不低于边界多久。"),
                    new Parameter(
                            MIN_DEVIATION,
                            new Type.Distance(),
                            "0",
                            "Least distance from the expected value: a number in the unit of the series, or { rel, abs }, of which both must hold.",
                            "与预期值的最小偏离：以序列单位表示的数，或 { rel, abs }（两者须同时满足）。"));

    private Parameters() {}

    /// Seasons, found in the series when they are left out.
    static Parameter season() {
        return new Parameter(
                SEASON,
                new Type.Seasons(List.of()),
                null,
                "Lengths of the seasons, such as [\"1d\", \"1w\"]. Left out: found in the series.",
                "周期长度，例如 [\"1d\", \"1w\"]；省略时自动发现。");
    }

    /// Holidays, promotions: past ones and ones to come.
    static Parameter calendar() {
        return new Parameter(
                CALENDAR,
                new Type.Calendar(),
                null,
                "Special stretches of time by kind, such as { holiday: [\"2026-05-01\", \"2026-10-01/7d\"], sale: [\"2026-11-11T00:00+08:00/24h\"] }; without an offset in UTC. What a kind does is learnt from its earlier stretches within the history that is read; where there is none, this is said.",
                "按种类列出的特殊时段，例如 { holiday: [\"2026-05-01\", \"2026-10-01/7d\"], sale: [\"2026-11-11T00:00+08:00/24h\"] }；不带时差时为 UTC。其影响由所读历史中同类的较早时段学得；没有时会明说。");
    }

    /// Seasons that a method watches anyhow; naming them is allowed.
    static Parameter season(Duration... watched) {
        return new Parameter(
                SEASON,
                new Type.Seasons(List.of(watched)),
                null,
                "Lengths of the seasons that are expected. The method watches these anyhow; others are refused.",
                "预期的周期长度。该方法本就关注这些周期，其他长度会被拒绝。");
    }
}
