// SPDX-License-Identifier: Apache-2.0
package dev.sextant.alert;

import dev.sextant.tenant.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The alerts of all tenants, with their time lines.
public interface Alerts {
    /// The rule's alerts that are pending or firing, oldest first: what [AlertLifecycle] goes on from.
    List<Alert> listOpen(TenantId tenant, String ruleId);

    /// The rule's alerts that resolved after `since`, oldest first.
    List<Alert> listResolved(TenantId tenant, String ruleId, Instant since);

    /// All that [AlertLifecycle] needs of a rule's past: what is open, and what ended so lately that it counts when somebody
    /// asks how often it comes and goes.
    default List<Alert> listBefore(
            TenantId tenant, String ruleId, AlertPolicy policy, Instant now) {
        var flapping = policy.flapping();
        if (flapping == null) {
            return listOpen(tenant, ruleId);
        }
        var before = new ArrayList<>(listResolved(tenant, ruleId, now.minus(flapping.window())));
        before.addAll(listOpen(tenant, ruleId));
        return before;
    }

    /// Keeps what an evaluation did: the alerts as they stand, the steps in their time lines. Joins the caller's transaction.
    void put(TenantId tenant, Advance advance);

    /// Alerts, newest first.
    List<Alert> list(TenantId tenant, AlertFilter filter, AlertPage page);

    /// Alerts that were under way at some time after `since`, up to `until`, newest first. Those that never fired are left
    /// out once they are over: when they ended is not kept.
    List<Alert> listWithin(TenantId tenant, Instant since, Instant until, int limit);

    Optional<Episode> find(TenantId tenant, String id);

    /// What is under way, over all rules.
    OpenCounts countOpen(TenantId tenant);

    /// What is under way, by rule; rules without open alerts are absent.
    Map<String, OpenCounts> countOpenByRule(TenantId tenant);
}
