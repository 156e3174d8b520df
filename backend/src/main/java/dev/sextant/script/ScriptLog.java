// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script;

/// One line that a script logged.
///
/// @param level "info", "warn" or "error"
public record ScriptLog(String level, String text) {}
