// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.cause;

import java.util.Arrays;

/// What is known of a node: the metric in which the symptom shows, and how much it had to do. All series of one question have the same
/// times.
///
/// @param values the metric (latency, error rate, availability ...), NaN where it is missing
/// @param volumes how many requests or events each value stands for, NaN where it is missing; empty where nothing is known
public record NodeSeries(double[] values, double[] volumes) {
    public NodeSeries {
        if (volumes.length != 0 && volumes.length != values.length) {
            throw new IllegalArgumentException(
                    "%d values and %d volumes; give one volume a value, or none"
                            .formatted(values.length, volumes.length));
        }
        values = values.clone();
        volumes = volumes.clone();
    }

    @Override
    public double[] values() {
        return values.clone();
    }

    @Override
    public double[] volumes() {
        return volumes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NodeSeries that
                && Arrays.equals(values, that.values)
                && Arrays.equals(volumes, that.volumes);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(values) + Arrays.hashCode(volumes);
    }

    @Override
    public String toString() {
        return "NodeSeries[points=%d, volumes=%s]".formatted(values.length, volumes.length > 0);
    }
}
