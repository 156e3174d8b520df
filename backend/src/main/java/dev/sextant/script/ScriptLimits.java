// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script;

import java.time.Duration;

/// What one evaluation may use at most.
///
/// @param times how long it may take
/// @param hostCalls terminals that run a query plan
/// @param rows rows that may cross into the script
/// @param logBytes UTF-8 bytes of its log; what is longer is cut, not refused
/// @param resultBytes UTF-8 bytes of its verdicts, charts and state as JSON
public record ScriptLimits(Times times, int hostCalls, int rows, int logBytes, int resultBytes) {
    /// @param wall from hand-over to outcome, waiting for host calls included
    /// @param cpu of the script's process, the compiling of the script included
    public record Times(Duration wall, Duration cpu) {}

    /// What a rule gets that asks for nothing else.
    public static ScriptLimits standard() {
        var times = new Times(Duration.ofSeconds(10), Duration.ofSeconds(20));
        return new ScriptLimits(times, 100, 5_000, 16_384, 4_194_304);
    }

    /// The same, for a script that wants to be stopped after so long; never longer than it may run.
    public ScriptLimits stoppedAfter(Duration wanted) {
        return wanted.compareTo(times.wall()) < 0 ? withWallTime(wanted) : this;
    }

    public ScriptLimits withWallTime(Duration limit) {
        return new ScriptLimits(
                new Times(limit, times.cpu()), hostCalls, rows, logBytes, resultBytes);
    }
}
