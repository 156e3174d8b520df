// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sextant.protocol.Message;
import dev.sextant.script.LimitUse;
import dev.sextant.script.ScriptLimits;
import dev.sextant.script.ScriptOutcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What one evaluation used of its limits, and which limit stood behind what the host refused it. Guarded by itself: a
/// host call that nobody waits for any more may still write while the evaluation is summed up.
final class Tally {
    private static final int MOST_POINTS = 1_000_000;
    private static final String COUNT = "";
    static final String MEMORY = "memory";
    private static final String BYTES = "bytes";

    private final ScriptLimits limits;
    private final Fixed fixed;
    private final Map<String, LimitUse> uses = new LinkedHashMap<>();
    private final Map<String, LimitUse> refusals = new LinkedHashMap<>();
    private int calls;

    Tally(ScriptLimits limits, Fixed fixed) {
        this.limits = limits;
        this.fixed = fixed;
    }

    /// What is the same for all evaluations.
    ///
    /// @param heapBytes of the worker; a script that needs more ends it
    record Fixed(int stateBytes, long heapBytes) {}

    /// Keeps the most that was used of a limit.
    synchronized void note(LimitUse use) {
        uses.merge(use.name(), use, (before, now) -> now.used() > before.used() ? now : before);
    }

    synchronized void called() {
        calls++;
        note(new LimitUse("hostCalls", calls, limits.hostCalls(), COUNT));
    }

    /// Rows that are about to cross into the script at once.
    LimitUse rows(long count) {
        return noted(new LimitUse("rows", count, limits.rows(), COUNT));
    }

    /// Points that are about to cross into the script at once.
    LimitUse points(long count) {
        return noted(new LimitUse("points", count, MOST_POINTS, COUNT));
    }

    private LimitUse noted(LimitUse use) {
        note(use);
        return use;
    }

    /// What the host says instead of an answer that is beyond a limit.
    synchronized Message.Refusal refuse(LimitUse limit, String message) {
        note(limit);
        refusals.put(message, limit);
        return new Message.Refusal(message);
    }

    void answered(Message.Evaluated answer) {
        note(new LimitUse("resultBytes", bytes(answer.resultJson()), limits.resultBytes(), BYTES));
        note(new LimitUse("stateBytes", bytes(answer.stateJson()), fixed.stateBytes(), BYTES));
        long log = answer.log().stream().mapToLong(line -> bytes(line.text())).sum();
        note(new LimitUse("logBytes", log, limits.logBytes(), BYTES));
    }

    private static int bytes(String text) {
        return text.getBytes(UTF_8).length;
    }

    /// The outcome, as a limit that was passed when that is why the script failed.
    synchronized ScriptOutcome named(ScriptOutcome outcome) {
        return switch (outcome) {
            case ScriptOutcome.Failed failed -> named(failed);
            case ScriptOutcome.LimitPassed passed -> passed(measured(passed));
            case ScriptOutcome.Completed _, ScriptOutcome.Lost _, ScriptOutcome.NotRun _ -> outcome;
        };
    }

    private ScriptOutcome.LimitPassed passed(ScriptOutcome.LimitPassed passed) {
        uses.put(passed.limit().name(), passed.limit());
        return passed;
    }

    /// A worker that ended for lack of memory cannot say how much it had.
    private ScriptOutcome.LimitPassed measured(ScriptOutcome.LimitPassed passed) {
        return passed.limit().name().equals(MEMORY)
                ? new ScriptOutcome.LimitPassed(
                        new LimitUse(MEMORY, fixed.heapBytes(), fixed.heapBytes(), BYTES),
                        passed.message(),
                        passed.log())
                : passed;
    }

    private ScriptOutcome named(ScriptOutcome.Failed failed) {
        return refusals.entrySet().stream()
                .filter(refusal -> failed.message().contains(refusal.getKey()))
                .findFirst()
                .<ScriptOutcome>map(refusal ->
                        passed(
                                new ScriptOutcome.LimitPassed(
                                        refusal.getValue(),
                                        failed.message(),
                                        failed.line(),
                                        failed.column(),
                                        failed.log())))
                .orElse(failed);
    }

    /// Limits of which something was used.
    synchronized List<LimitUse> uses() {
        return uses.values().stream().filter(use -> use.used() > 0).toList();
    }
}
