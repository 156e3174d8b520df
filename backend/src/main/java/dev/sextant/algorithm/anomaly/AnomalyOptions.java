// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.anomaly;

import java.time.Duration;

/// What counts as an anomaly for the caller, whatever the method: a point that fails one of these
/// keeps its answer, but its score stays under the border.
///
/// @param direction on which side of the expected value a point must lie
/// @param minimumDuration how long scores must have been at the border or above, without a break,
///   before one counts
/// @param minimumDeviation least distance from the expected value, in the series' unit
/// @param minimumShare least distance from the expected value as a share of it: 0.15 is 15 %
public record AnomalyOptions(
        Direction direction,
        Duration minimumDuration,
        double minimumDeviation,
        double minimumShare) {

    public AnomalyOptions {
        if (minimumDuration.isNegative()) {
            throw new IllegalArgumentException(
                    "minimum duration must not be negative: " + minimumDuration);
        }
        requireDistance("minimum deviation", minimumDeviation);
        requireDistance("minimum share", minimumShare);
    }

    /// Both directions, no minimum.
    public static AnomalyOptions everything() {
        return new AnomalyOptions(Direction.BOTH, Duration.ZERO, 0, 0);
    }

    private static void requireDistance(String name, double distance) {
        if (!(distance >= 0 && distance <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    name + " must be finite and not negative: " + distance);
        }
    }

    /// On which side of the expected value an anomaly counts.
    public enum Direction {
        UP,
        DOWN,
        BOTH;

        /// @param deviation value minus expected
        boolean admits(double deviation) {
            return switch (this) {
                case UP -> deviation > 0;
                case DOWN -> deviation < 0;
                case BOTH -> true;
            };
        }
    }
}
