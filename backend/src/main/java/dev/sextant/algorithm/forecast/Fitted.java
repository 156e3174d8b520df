// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.forecast;

/// Parameters that were learnt once and serve at any later time of the same series.
@FunctionalInterface
interface Fitted {
    /// The `horizon` points after the first `end` points of `values`; later points are not looked at.
    ///
    /// @param values the series that was fitted, or a longer one that begins with it
    /// @param end from the length at the time of fitting to the length of `values`
    double[] forecast(double[] values, int end, int horizon);
}
