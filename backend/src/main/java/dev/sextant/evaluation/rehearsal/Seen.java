// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.rehearsal;

import dev.sextant.alert.Announced;
import dev.sextant.alert.Severity;
import dev.sextant.alert.Stage;
import dev.sextant.alert.Transition;
import dev.sextant.evaluation.RuleRun;
import dev.sextant.evaluation.RuleRun.RunProblem;
import dev.sextant.evaluation.Verdict;
import dev.sextant.evaluation.rehearsal.Expectation.Moment;
import dev.sextant.telemetry.Labels;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What happened during a run, as far as expectations ask for it.
final class Seen {
    private static final List<String> VERDICTS_BY_WEIGHT =
            List.of("none", "clear", "unknown", "suppressed", "fire");

    private final Set<Instant> watched;
    private final List<Instant> slots = new ArrayList<>();
    private final Map<Labels, TreeMap<Instant, Stage>> stages = new HashMap<>();
    private final Map<Instant, List<Verdict>> verdicts = new HashMap<>();
    private final List<Fired> fired = new ArrayList<>();
    private final List<Transition> ends = new ArrayList<>();
    private @Nullable RunProblem failure;
    private @Nullable Instant failedAt;
    private int failures;

    /// @param watched slots whose verdicts are asked for
    Seen(Set<Instant> watched) {
        this.watched = Set.copyOf(watched);
    }

    /// An alert that fired.
    record Fired(Labels labels, Instant at, @Nullable Instant resolvedAt, Transition last) {}

    void keep(Instant slot, RuleRun run, List<Transition> transitions) {
        slots.add(slot);
        if (watched.contains(slot)) {
            verdicts.put(slot, run.verdicts().all());
        }
        if (run.problem() != null) {
            failures++;
            failure = failure == null ? run.problem() : failure;
            failedAt = failedAt == null ? slot : failedAt;
        }
        transitions.forEach(this::keep);
    }

    private void keep(Transition step) {
        var labels = step.alert().labels();
        stages.computeIfAbsent(labels, _ -> new TreeMap<>()).put(step.at(), step.to());
        if (step.to() == Stage.FIRING && step.from() != Stage.FIRING) {
            fired.add(new Fired(labels, step.at(), null, step));
        } else if (step.from() == Stage.FIRING) {
            fired.replaceAll(one ->
                    one.last().alert().id().equals(step.alert().id()) ? next(one, step) : one);
        }
        if (step.to() == Stage.RESOLVED) {
            ends.add(step);
        }
    }

    private static Fired next(Fired one, Transition step) {
        return new Fired(one.labels(), one.at(), step.alert().resolvedAt(), step);
    }

    int failures() {
        return failures;
    }

    /// The first failure of a slot; null when none failed.
    @Nullable RunProblem failure() {
        return failure;
    }

    @Nullable Instant failedAt() {
        return failedAt;
    }

    int slots() {
        return slots.size();
    }

    List<Instant> slots(Instant from, Instant to) {
        return slots.stream().filter(slot -> !slot.isBefore(from) && !slot.isAfter(to)).toList();
    }

    /// Alerts that fired, in the order of their times.
    List<Fired> fired(Labels wanted) {
        return fired.stream().filter(one -> meets(one.labels(), wanted)).toList();
    }

    Optional<Instant> first(Moment.What what, Labels wanted) {
        return switch (what) {
            case FIRE -> fired(wanted).stream().map(Fired::at).findFirst();
            case RESOLVE ->
                    ends.stream()
                            .filter(end -> meets(end.alert().labels(), wanted))
                            .map(Transition::at)
                            .findFirst();
        };
    }

    /// The worst stage of the alerts with these labels after a slot.
    char letter(Labels wanted, Instant slot) {
        char worst = '.';
        for (var one : stages.entrySet()) {
            var last = one.getValue().floorEntry(slot);
            if (last != null && meets(one.getKey(), wanted)) {
                worst = worse(worst, letter(last.getValue()));
            }
        }
        return worst;
    }

    private static char letter(Stage stage) {
        return switch (stage) {
            case INACTIVE -> '.';
            case PENDING -> 'P';
            case FIRING -> 'F';
            case RESOLVED -> 'R';
        };
    }

    private static char worse(char left, char right) {
        var byWeight = ".RPF";
        return byWeight.indexOf(left) > byWeight.indexOf(right) ? left : right;
    }

    /// The worst verdict on these labels at a watched slot.
    String verdict(Labels wanted, Instant slot) {
        return verdicts.getOrDefault(slot, List.of()).stream()
                .filter(verdict -> meets(verdict.finding().labels(), wanted))
                .map(Verdict::kind)
                .max(Comparator.comparingInt(VERDICTS_BY_WEIGHT::indexOf))
                .orElse("none");
    }

    String worst(Labels wanted) {
        return fired(wanted).stream()
                .map(one -> one.last().alert().announced())
                .filter(Objects::nonNull)
                .map(Announced::severity)
                .max(Comparator.naturalOrder())
                .map(Severity::text)
                .orElse("none");
    }

    private static boolean meets(Labels labels, Labels wanted) {
        return wanted.asMap().entrySet().stream()
                .allMatch(pair -> pair.getValue().equals(labels.value(pair.getKey())));
    }
}
