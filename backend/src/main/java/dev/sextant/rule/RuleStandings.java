// SPDX-License-Identifier: Apache-2.0
package dev.sextant.rule;

import dev.sextant.tenant.TenantId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How the rules of a tenant do right now. The evaluation room provides it.
public interface RuleStandings {
    /// By rule; a rule that never ran and has no alert may be absent.
    Map<RuleId, Standing> list(TenantId tenant);

    /// @param lastEvaluation null before the first slot
    /// @param pause null unless it failed so often that it is left alone for a while
    record Standing(
            int firing,
            int pending,
            @Nullable LastEvaluation lastEvaluation,
            @Nullable Pause pause) {
        public static Standing unknown() {
            return new Standing(0, 0, null, null);
        }
    }

    /// @param until the first slot from then on is evaluated
    /// @param failures in a row
    /// @param reason of the last failure
    record Pause(Instant until, int failures, @Nullable String reason) {}

    /// @param outcome the ledger's word: completed, failed, limit, lost or skipped
    record LastEvaluation(Instant slot, String outcome, long durationMillis) {}
}
