// SPDX-License-Identifier: Apache-2.0
package dev.sextant.bench;

/// One figure, by the name under which it is followed over time.
///
/// @param unit empty for ratios
public record Measured(String name, double value, String unit) {}
