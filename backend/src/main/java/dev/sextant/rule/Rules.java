// SPDX-License-Identifier: Apache-2.0
package dev.sextant.rule;

import dev.sextant.tenant.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The rules of a tenant.
public interface Rules {
    /// Tenants that have at least one enabled rule: the clock's list of whom to ask.
    Set<TenantId> tenantsWithEnabledRules();

    Optional<Rule> find(TenantId tenant, RuleId id);

    /// All rules of a tenant in order of their ids.
    List<Rule> list(TenantId tenant);

    List<Rule> listEnabled(TenantId tenant);

    /// Versions of a rule, newest first.
    List<RuleVersion> versions(TenantId tenant, RuleId id);

    /// Stores a rule that does not exist yet.
    ///
    /// @return false when there is one of that id; nothing is stored then
    boolean create(TenantId tenant, Rule rule);

    /// Replaces the version before {@code rule.version()}.
    ///
    /// @return false when somebody else was faster or the rule is gone; nothing is stored then
    boolean replace(TenantId tenant, Rule rule);

    /// @return whether there was one
    boolean delete(TenantId tenant, RuleId id);
}
