// SPDX-License-Identifier: Apache-2.0
package dev.sextant.laboratory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How versions move between stages; pure functions of what happened so far.
///
/// @param stable number of the stable version; null when there is none
/// @param history newest first
public record Stages(@Nullable Integer stable, List<StageChange> history) {
    public Stages {
        history = List.copyOf(history);
    }

    public Stage of(int number) {
        return history.stream()
                .filter(change -> change.number() == number)
                .findFirst()
                .map(StageChange::stage)
                .orElse(Stage.SHADOW);
    }

    /// The changes that make a version stable; none when it is.
    public List<StageChange> promoting(int number, Instant at, String by) {
        if (stable != null && stable == number) {
            return List.of();
        }
        var changes = retiring(at, by);
        changes.add(new StageChange(number, Stage.STABLE, at, by));
        return changes;
    }

    /// The changes that bring back the stable version before this one, if there was one.
    public Optional<List<StageChange>> rollingBack(Instant at, String by) {
        if (stable == null) {
            return Optional.empty();
        }
        int current = stable;
        return history.stream()
                .filter(change -> change.stage() == Stage.STABLE && change.number() < current)
                .max(Comparator.comparingInt(StageChange::number))
                .map(earlier -> promoting(earlier.number(), at, by));
    }

    /// The changes after which no version is stable.
    public List<StageChange> retiring(Instant at, String by) {
        var changes = new ArrayList<StageChange>();
        if (stable != null) {
            changes.add(new StageChange(stable, Stage.RETIRED, at, by));
        }
        return changes;
    }

    /// Whether rules may have come to depend on a version.
    public boolean wasEverStable() {
        return history.stream().anyMatch(change -> change.stage() == Stage.STABLE);
    }
}
