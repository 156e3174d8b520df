// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.tenant.TenantId;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private static final TenantId MALLORY = new TenantId("mallory");
    private static final TenantId OSCAR = new TenantId("oscar");
    private static final TenantId VICTIM = new TenantId("victim");
    private static final TenantId OTHER = new TenantId("other");

    private final Turns turns = new Turns(4, 2);

    @Test
    void twoTenantsThatTakeAllTheyCanLeaveOneForTheNext() {
        assertThat(takes(MALLORY)).isTrue();
        assertThat(takes(MALLORY)).isTrue();
        assertThat(takes(OSCAR)).isTrue();

        assertThat(takes(OSCAR)).isFalse();
        assertThat(takes(VICTIM)).isTrue();
        assertThat(takes(OTHER)).isFalse();
    }

    @Test
    void whoeverKeepsFewestBusyComesFirstThenWhoeverCameFirst() {
        takes(MALLORY);
        takes(OSCAR);
        takes(VICTIM);
        takes(OTHER);
        var again = turns.waitFor(MALLORY);
        var late = turns.waitFor(new TenantId("late"));
        var later = turns.waitFor(new TenantId("later"));

        turns.end(OSCAR);
        assertThat(turns.isNext(again)).isFalse();
        assertThat(turns.isNext(late)).isTrue();
        assertThat(turns.isNext(later)).isFalse();

        turns.leave(late);
        assertThat(turns.isNext(later)).isTrue();
        turns.leave(later);
        assertThat(turns.isNext(again)).isFalse();
        turns.end(OTHER);
        assertThat(turns.isNext(again)).isTrue();
    }

    @Test
    void oneWorkerServesEverybodyInTurn() {
        var alone = new Turns(1, 2);
        var first = alone.waitFor(MALLORY);
        var second = alone.waitFor(MALLORY);
        assertThat(alone.isNext(first)).isTrue();
        assertThat(alone.isNext(second)).isFalse();
        alone.begin(first);
        alone.leave(first);
        assertThat(alone.isNext(second)).isFalse();

        alone.end(MALLORY);
        assertThat(alone.isNext(second)).isTrue();
        assertThat(alone.busyWorkers()).isZero();
    }

    private boolean takes(TenantId tenant) {
        var turn = turns.waitFor(tenant);
        boolean next = turns.isNext(turn);
        if (next) {
            turns.begin(turn);
        }
        turns.leave(turn);
        return next;
    }
}
