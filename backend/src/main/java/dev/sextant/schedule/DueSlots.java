// SPDX-License-Identifier: Apache-2.0
package dev.sextant.schedule;

import dev.sextant.evaluation.SlotEvaluation.SkippedSlots;
import dev.sextant.telemetry.Durations;
import dev.sextant.telemetry.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Decides what happens to the slots of a rule that are due and not done: a pure function of the last slot done and the
/// time. Every due slot is in here once, skipped or to be evaluated; none is forgotten.
///
/// @param skipped the oldest, too late to be worth an evaluation; null when there are none
/// @param evaluate the others, oldest first
record DueSlots(@Nullable SkippedSlots skipped, List<Instant> evaluate) {
    DueSlots {
        evaluate = List.copyOf(evaluate);
    }

    boolean isEmpty() {
        return skipped == null && evaluate.isEmpty();
    }

    /// How far back slots are caught up that nobody could evaluate in time.
    ///
    /// @param length slots older than this are skipped
    /// @param slots at most so many are caught up
    record CatchUp(Duration length, int slots) {}

    /// Slots that became due while nobody looked, after a stop or a long pause: the newest are caught up.
    static DueSlots afterPause(Instant done, Instant now, Timing timing, CatchUp bound) {
        var reason =
                "missed: Sextant was not running or not in time; only the last %s and at most %d slots are caught up"
                        .formatted(Durations.format(bound.length()), bound.slots());
        return split(done, now, timing, new Keep(now.minus(bound.length()), bound.slots(), reason));
    }

    /// Slots that became due while an older one of the same rule was still running: only the newest is evaluated.
    static DueSlots afterOverrun(Instant done, Instant now, Timing timing) {
        return split(
                done,
                now,
                timing,
                new Keep(
                        now,
                        1,
                        "overrun: the evaluation of an older slot took longer than the interval"));
    }

    /// @param since older slots than this are not kept, but for the newest
    /// @param slots at most so many are kept
    private record Keep(Instant since, int slots, String reason) {}

    private static DueSlots split(Instant done, Instant now, Timing timing, Keep keep) {
        var evaluate = new ArrayDeque<Instant>();
        var first = timing.next(done);
        if (first.isAfter(now)) {
            return new DueSlots(null, List.of());
        }
        var slot = timing.newest(now);
        while (slot.isAfter(done) && isKept(slot, evaluate.size(), keep)) {
            evaluate.addFirst(slot);
            slot = timing.newest(slot.minusMillis(1));
        }
        return new DueSlots(
                slot.isAfter(done) ? new SkippedSlots(first, slot, keep.reason()) : null,
                List.copyOf(evaluate));
    }

    private static boolean isKept(Instant slot, int kept, Keep keep) {
        return kept == 0 || (kept < keep.slots() && slot.isAfter(keep.since()));
    }
}
