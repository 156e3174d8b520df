// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.forecast;

/// Where the future lies with a given certainty.
///
/// @param level share of what comes that lies inside, above 0 and below 1
/// @param lower least value at each step, in the unit of the series
/// @param upper greatest value at each step
public record Interval(double level, double[] lower, double[] upper) {}
