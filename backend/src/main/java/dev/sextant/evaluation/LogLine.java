// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation;

/// One line that a script logged.
///
/// @param level "info", "warn" or "error"
public record LogLine(String level, String text) {}
