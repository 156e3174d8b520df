// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script;

/// One limit of an evaluation and what was used of it.
///
/// @param name such as "wallTime", "cpuTime" or "hostCalls"
/// @param used when it was looked at; a script that was stopped may have wanted more
/// @param unit "ms", "bytes" or empty for counts
public record LimitUse(String name, long used, long allowed, String unit) {}
