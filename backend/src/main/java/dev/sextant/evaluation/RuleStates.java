// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.rule.RuleId;
import dev.sextant.tenant.TenantId;

/// What scripts remember from one slot to the next ({@code ctx.state}).
public interface RuleStates {
    /// An empty object for a rule that remembers nothing.
    JsonNode find(TenantId tenant, RuleId rule);

    /// Joins the caller's transaction of that tenant.
    void put(TenantId tenant, RuleId rule, JsonNode state);

    void delete(TenantId tenant, RuleId rule);
}
