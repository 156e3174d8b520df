// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.forecast;

/// A way to forecast. What it needs to know of the series besides its values (seasons, scale) it has from its making.
interface ForecastMethod {
    /// Learns the parameters.
    ///
    /// @param values one point or more, all finite
    Fitted fit(double[] values);
}
