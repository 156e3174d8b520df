// SPDX-License-Identifier: Apache-2.0
package dev.sextant.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// How versions come to be stable, and make room for others.
class StagesTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    private @Nullable Integer stable;
    private final List<StageChange> history = new ArrayList<>();

    @Test
    void aVersionIsInShadowUntilItIsPromotedAndRetiredWhenAnotherIs() {
        promote(1);
        promote(3);

        assertThat(stages().of(1)).isEqualTo(Stage.RETIRED);
        assertThat(stages().of(2)).isEqualTo(Stage.SHADOW);
        assertThat(stages().of(3)).isEqualTo(Stage.STABLE);
        assertThat(stages().promoting(3, NOW, "ada")).isEmpty();
    }

    @Test
    void rollingBackGoesToTheStableVersionBefore() {
        promote(1);
        promote(2);
        promote(4);

        take(stages().rollingBack(NOW, "ada").orElseThrow());
        assertThat(stable).isEqualTo(2);
        take(stages().rollingBack(NOW, "ada").orElseThrow());
        assertThat(stable).isEqualTo(1);
        assertThat(stages().rollingBack(NOW, "ada")).isEmpty();
        assertThat(stages().of(4)).isEqualTo(Stage.RETIRED);
        assertThat(history.getFirst()).isEqualTo(new StageChange(1, Stage.STABLE, NOW, "ada"));
    }

    @Test
    void whatWasNeverStableCannotBeRolledBack() {
        assertThat(stages().rollingBack(NOW, "ada")).isEmpty();
        assertThat(stages().retiring(NOW, "ada")).isEmpty();
        assertThat(stages().wasEverStable()).isFalse();
    }

    private void promote(int number) {
        take(stages().promoting(number, NOW, "ada"));
    }

    private Stages stages() {
        return new Stages(stable, history);
    }

    private void take(List<StageChange> changes) {
        changes.forEach(change -> history.addFirst(change));
        stable = changes.getLast().number();
    }
}
