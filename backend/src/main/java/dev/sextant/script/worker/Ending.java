// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.worker;

import dev.sextant.protocol.Message;
import dev.sextant.protocol.Message.LogLine;
import dev.sextant.script.LimitUse;
import java.util.List;

/// How an exchange with a worker ended.
sealed interface Ending {
    /// The worker finished its task and can have the next one.
    record Answered(Message.ToBackend message) implements Ending {}

    /// The script was stopped at a limit of time.
    ///
    /// @param isWorkerUsable false when the worker had to be killed
    record Stopped(LimitUse limit, boolean isWorkerUsable, List<LogLine> log) implements Ending {}

    /// The script made more host calls than allowed; the worker can have the next task.
    record TooManyCalls(int used, int allowed, Message.ToBackend message) implements Ending {}

    /// What the script logged before the worker told this.
    static List<LogLine> logOf(Message.ToBackend told) {
        return switch (told) {
            case Message.Evaluated(_, _, var log) -> log;
            case Message.Failed(_, var log) -> log;
            case Message.LimitPassed(_, _, _, var log) -> log;
            case Message.Cancelled(var log) -> log;
            case Message.HeaderRead _,
                    Message.HeaderRejected _,
                    Message.Hello _,
                    Message.HostCall _ ->
                    List.of();
        };
    }

    /// The worker ended by itself.
    record Died(int exitCode) implements Ending {}

    /// The worker sent what no worker sends, and was killed.
    record Rubbish(String detail) implements Ending {}
}
