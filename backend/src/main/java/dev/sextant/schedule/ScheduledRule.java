// SPDX-License-Identifier: Apache-2.0
package dev.sextant.schedule;

import dev.sextant.rule.Rule;
import dev.sextant.tenant.TenantId;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

/// A rule on the clock: its newest version, the last slot that is done, and whether it runs right now. Only the thread that
/// won {@code running} moves {@code done}.
final class ScheduledRule {
    private final TenantId tenant;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile boolean dropped;
    private volatile Rule rule;
    private volatile Instant done;

    ScheduledRule(TenantId tenant, Rule rule, Instant done) {
        this.tenant = tenant;
        this.rule = rule;
        this.done = done;
    }

    TenantId tenant() {
        return tenant;
    }

    Rule rule() {
        return rule;
    }

    Instant done() {
        return done;
    }

    /// Takes on a newer version. A version that was switched on anew, or has other times, starts its slots then.
    void replace(Rule newer) {
        rule = newer;
        var start = newer.header().timing().newest(newer.activeSince());
        if (start.isAfter(done)) {
            done = start;
        }
    }

    /// Begins no further slot.
    void drop() {
        dropped = true;
    }

    boolean isDropped() {
        return dropped;
    }

    boolean begin() {
        return running.compareAndSet(false, true);
    }

    void end() {
        running.set(false);
    }

    void doneThrough(Instant slot) {
        done = slot;
    }
}
