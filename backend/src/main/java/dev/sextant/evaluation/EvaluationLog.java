// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation;

import dev.sextant.rule.RuleId;
import dev.sextant.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The ledger: every slot of every rule, once.
public interface EvaluationLog {
    /// Joins the caller's transaction of that tenant.
    ///
    /// @throws SlotTakenException when the slot stands in the ledger already; the caller's transaction must not commit
    void append(TenantId tenant, LedgerEntry entry);

    /// The newest slot in the ledger, skipped ones included.
    Optional<Instant> lastSlot(TenantId tenant, RuleId rule);

    Optional<LedgerEntry> find(TenantId tenant, String id);

    /// Entries of one rule, newest slot first.
    ///
    /// @param before only slots before this time; null for the newest
    List<LedgerEntry> list(TenantId tenant, RuleId rule, @Nullable Instant before, int limit);

    /// The newest entry of each rule.
    Map<RuleId, LedgerEntry> latest(TenantId tenant);

    /// Forgets what a deleted rule left.
    void deleteAll(TenantId tenant, RuleId rule);

    /// Deletes the entries of all rules whose last slot is older.
    ///
    /// @return how many
    long deleteOlderThan(TenantId tenant, Instant age);
}
