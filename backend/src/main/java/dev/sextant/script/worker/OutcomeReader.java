// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.worker;

import dev.sextant.protocol.Message;
import dev.sextant.protocol.Message.LogLine;
import dev.sextant.protocol.Message.Problem;
import dev.sextant.script.HeaderOutcome;
import dev.sextant.script.LimitUse;
import dev.sextant.script.ScriptLog;
import dev.sextant.script.ScriptOutcome;
import dev.sextant.telemetry.Durations;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// Says in the words of the port how an exchange ended. Texts are for the script's author: no class, no path.
final class OutcomeReader {
    /// With which a JVM ends that was started with ExitOnOutOfMemoryError.
    private static final int OUT_OF_MEMORY = 3;

    private static final String STATEMENTS = "statements";
    private static final int MOST_LINES = 10_000;
    private static final int LONGEST_MESSAGE = 4_000;
    private static final Set<String> LEVELS = Set.of("info", "warn", "error");

    private static final String ODD_RESULT =
            "the script answered something that is no list of verdicts, or remembers what is nested too deep; does it change built-in functions?";

    private final ResultReader results = new ResultReader();

    static boolean isOutOfMemory(int exitCode) {
        return exitCode == OUT_OF_MEMORY;
    }

    ScriptOutcome outcome(Ending ending) {
        return switch (ending) {
            case Ending.Answered(var message) -> told(message);
            case Ending.Stopped(var limit, _, var log) ->
                    new ScriptOutcome.LimitPassed(limit, stopped(limit), log(log));
            case Ending.TooManyCalls(var used, var allowed, var message) ->
                    new ScriptOutcome.LimitPassed(
                            new LimitUse("hostCalls", used, allowed, ""),
                            "limit hostCalls: %,d host calls; %,d are allowed"
                                    .formatted(used, allowed),
                            log(Ending.logOf(message)));
            case Ending.Died(var exitCode) -> died(exitCode);
            case Ending.Rubbish _ ->
                    new ScriptOutcome.Lost("the sandbox stopped making sense and was replaced");
        };
    }

    /// @param what was read, such as "the header"
    HeaderOutcome header(Ending ending, String what) {
        return switch (ending) {
            case Ending.Answered(Message.HeaderRead(var text)) ->
                    results.object(text)
                            .<HeaderOutcome>map(
                                    header -> new HeaderOutcome.Valid(header, List.of()))
                            .orElseGet(() -> invalid(ODD_RESULT));
            case Ending.Answered(Message.HeaderRejected(var problems)) ->
                    new HeaderOutcome.Invalid(
                            problems.stream().map(OutcomeReader::diagnostic).toList());
            case Ending.Answered _, Ending.TooManyCalls _, Ending.Rubbish _ -> invalid(ODD_RESULT);
            case Ending.Stopped(var limit, _, _) ->
                    invalid(
                            "%s did not come to its end within %s"
                                    .formatted(
                                            what,
                                            Durations.format(Duration.ofMillis(limit.allowed()))));
            case Ending.Died(var exitCode) ->
                    invalid(
                            isOutOfMemory(exitCode)
                                    ? "%s used up the memory of its sandbox".formatted(what)
                                    : "the sandbox ended while it read %s".formatted(what));
        };
    }

    private ScriptOutcome told(Message.ToBackend message) {
        return switch (message) {
            case Message.Evaluated(var result, var state, var log) -> evaluated(result, state, log);
            case Message.Failed(Problem(var text, var line, var column), var log) ->
                    new ScriptOutcome.Failed(shown(text), line, column, log(log));
            case Message.LimitPassed(var limit, var used, var allowed, var log) ->
                    new ScriptOutcome.LimitPassed(
                            new LimitUse(shown(limit), used, allowed, unit(limit)),
                            watched(shown(limit), used, allowed),
                            log(log));
            case Message.Cancelled _,
                    Message.HeaderRead _,
                    Message.HeaderRejected _,
                    Message.Hello _,
                    Message.HostCall _ ->
                    new ScriptOutcome.Lost("the sandbox answered what nobody asked");
        };
    }

    private ScriptOutcome evaluated(String resultText, String stateText, List<LogLine> log) {
        var result = results.result(resultText);
        var state = results.object(stateText);
        if (result.isEmpty() || state.isEmpty()) {
            return new ScriptOutcome.Failed(ODD_RESULT, null, null, log(log));
        }
        return new ScriptOutcome.Completed(result.get(), state.get(), log(log));
    }

    private static ScriptOutcome died(int exitCode) {
        return isOutOfMemory(exitCode)
                ? new ScriptOutcome.LimitPassed(
                        new LimitUse(Tally.MEMORY, 0, 0, "bytes"),
                        "the script used up the memory of its sandbox, which was replaced",
                        List.of())
                : new ScriptOutcome.Lost("the sandbox ended during the evaluation");
    }

    /// Of a limit that the worker watches itself.
    private static String unit(String limit) {
        return limit.equals(STATEMENTS) ? "" : "bytes";
    }

    private static String watched(String limit, long used, long allowed) {
        return limit.equals(STATEMENTS)
                ? "limit %s: %,d statements; %,d are allowed".formatted(limit, used, allowed)
                : "limit %s: %,d bytes; %,d are allowed".formatted(limit, used, allowed);
    }

    private static String stopped(LimitUse limit) {
        return "limit %s: the script was stopped after %s; %s are allowed"
                .formatted(
                        limit.name(),
                        Durations.format(Duration.ofMillis(limit.used())),
                        Durations.format(Duration.ofMillis(limit.allowed())));
    }

    private static List<ScriptLog> log(List<LogLine> lines) {
        return lines.stream()
                .limit(MOST_LINES)
                .map(line ->
                        new ScriptLog(
                                LEVELS.contains(line.level()) ? line.level() : "info",
                                CleanText.of(line.text())))
                .toList();
    }

    /// A text of a guest as people and databases can bear it, whatever the worker let through.
    private static String shown(String text) {
        return CleanText.of(
                text.length() > LONGEST_MESSAGE ? text.substring(0, LONGEST_MESSAGE) : text);
    }

    private static HeaderOutcome.Diagnostic diagnostic(Problem problem) {
        return new HeaderOutcome.Diagnostic(
                shown(problem.message()), problem.line(), problem.column());
    }

    private static HeaderOutcome invalid(String message) {
        return new HeaderOutcome.Invalid(
                List.of(new HeaderOutcome.Diagnostic(message, null, null)));
    }
}
