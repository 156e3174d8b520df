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
