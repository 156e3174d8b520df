// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script;

import java.time.Duration;

/// What one evaluation may use at most.
///
/// @param wallTime from hand-over to outcome, waiting for host calls included
/// @param hostCalls terminals that run a query plan
/// @param rows rows that may cross into the script
/// @param logBytes UTF-8 bytes of its log; what is longer is cut, not refused
/// @param resultBytes UTF-8 bytes of its verdicts, charts and state as JSON
public record ScriptLimits(
        Duration wallTime, int hostCalls, int rows, int logBytes, int resultBytes) {
    /// What a rule gets that asks for nothing else.
    public static ScriptLimits standard() {
        return new ScriptLimits(Duration.ofSeconds(10), 100, 5_000, 16_384, 4_194_304);
    }

    public ScriptLimits withWallTime(Duration limit) {
        return new ScriptLimits(limit, hostCalls, rows, logBytes, resultBytes);
    }
}
