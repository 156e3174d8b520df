// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.structure;

/// One season of a series.
///
/// @param period in points
/// @param values as long as the series, in its unit
public record SeasonalPart(int period, double[] values) {
    /// The value `ahead` points after the last one (1 is the next), as it was in the last whole period.
    public double ahead(int ahead) {
        return values[values.length - period + (ahead - 1) % period];
    }
}
