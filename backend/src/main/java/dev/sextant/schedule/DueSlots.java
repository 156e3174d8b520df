// SPDX-License-Identifier: Apache-2.0
package dev.sextant.schedule;

import dev.sextant.evaluation.SlotEvaluation.SkippedSlots;
import dev.sextant.telemetry.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
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
    static DueSlots afterPause(Instant done, Instant now, Duration every, CatchUp bound) {
        var newest = SlotGrid.floor(now, every);
        var due = SlotGrid.count(done, newest, every);
        var young = SlotGrid.count(now.minus(bound.length()), newest, every);
        var reason =
                "missed: Sextant was not running or not in time; only the last %s and at most %d slots are caught up"
                        .formatted(Durations.format(bound.length()), bound.slots());
        return split(
                due, newest, every, new Keep(Math.max(1, Math.min(young, bound.slots())), reason));
    }

    /// Slots that became due while an older one of the same rule was still running: only the newest is evaluated.
    static DueSlots afterOverrun(Instant done, Instant now, Duration every) {
        var newest = SlotGrid.floor(now, every);
        return split(
                SlotGrid.count(done, newest, every),
                newest,
                every,
                new Keep(
                        1,
                        "overrun: the evaluation of an older slot took longer than the interval"));
    }

    private record Keep(long slots, String reason) {}

    private static DueSlots split(long due, Instant newest, Duration every, Keep keep) {
        var evaluated = Math.min(due, keep.slots());
        var evaluate =
                LongStream.range(0, evaluated)
                        .mapToObj(index -> newest.minus(every.multipliedBy(evaluated - 1 - index)))
                        .toList();
        if (due <= evaluated) {
            return new DueSlots(null, evaluate);
        }
        var from = newest.minus(every.multipliedBy(due - 1));
        var through = newest.minus(every.multipliedBy(evaluated));
        return new DueSlots(new SkippedSlots(from, through, keep.reason()), evaluate);
    }
}
