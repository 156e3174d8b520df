// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.bench;

/// One figure, by the name under which it is followed over time.
///
/// @param unit empty for ratios
record Measured(String name, double value, String unit) {}
