// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation;

import dev.sextant.rule.RuleId;
import dev.sextant.tenant.TenantId;
import java.util.Map;
import java.util.Optional;

/// The breakers of the rules that failed lately; a rule without one did well.
public interface Breakers {
    Optional<Breaker> find(TenantId tenant, RuleId rule);

    /// All that a tenant has.
    Map<RuleId, Breaker> list(TenantId tenant);

    /// Joins the caller's transaction of that tenant.
    void put(TenantId tenant, RuleId rule, Breaker breaker);

    /// Joins the caller's transaction of that tenant.
    void delete(TenantId tenant, RuleId rule);
}
