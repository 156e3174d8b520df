// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.worker;

import static java.util.Comparator.comparingInt;

import dev.sextant.tenant.TenantId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Who may use a worker next, among all that wait: whoever's tenant keeps fewer workers busy, then whoever came first. No
/// tenant keeps more than its share busy, and the last free worker goes only to a tenant that keeps none busy. So tenants with slow rules cannot hold all of them, unless they are as many
/// as there are workers. Guarded by the lock of its pool.
final class Turns {
    private final int workers;
    private final int perTenant;
    private final Map<TenantId, Integer> busy = new HashMap<>();

    /// In the order in which they came.
    private final List<Turn> waiting = new ArrayList<>();

    Turns(int workers, int perTenant) {
        this.workers = workers;
        this.perTenant = perTenant;
    }

    /// One task that waits for a worker; equal to nothing but itself.
    static final class Turn {
        private final TenantId tenant;

        private Turn(TenantId tenant) {
            this.tenant = tenant;
        }
    }

    /// Every turn comes to [#leave], whether it got a worker or not.
    Turn waitFor(TenantId tenant) {
        var turn = new Turn(tenant);
        waiting.add(turn);
        return turn;
    }

    /// Whether this turn, of all that wait, is the one that may begin now.
    boolean isNext(Turn turn) {
        return waiting.stream()
                .filter(this::mayHaveOne)
                .min(comparingInt(this::busyOf))
                .filter(next -> next == turn)
                .isPresent();
    }

    /// One more worker of the turn's tenant is busy, until [#end].
    void begin(Turn turn) {
        busy.merge(turn.tenant, 1, Integer::sum);
    }

    void leave(Turn turn) {
        waiting.remove(turn);
    }

    /// One task of the tenant gave its worker back.
    void end(TenantId tenant) {
        busy.computeIfPresent(tenant, (_, count) -> count == 1 ? null : count - 1);
    }

    int busyWorkers() {
        return busy.values().stream().mapToInt(Integer::intValue).sum();
    }

    private boolean mayHaveOne(Turn turn) {
        int own = busyOf(turn);
        int free = workers - busyWorkers();
        return own < perTenant && (own == 0 ? free > 0 : free > 1);
    }

    private int busyOf(Turn turn) {
        return busy.getOrDefault(turn.tenant, 0);
    }
}
