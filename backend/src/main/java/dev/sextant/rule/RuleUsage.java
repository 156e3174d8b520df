// SPDX-License-Identifier: Apache-2.0
package dev.sextant.rule;

import dev.sextant.tenant.TenantId;
import dev.sextant.tenant.UsageSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;

/// How many rules a tenant has.
@ApplicationScoped
public class RuleUsage implements UsageSource {
    private final Rules rules;

    RuleUsage(Rules rules) {
        this.rules = rules;
    }

    @Override
    public Map<String, Object> usage(TenantId tenant, Instant now) {
        var all = rules.list(tenant);
        return Map.of(
                "rules", all.size(), "rulesEnabled", all.stream().filter(Rule::enabled).count());
    }
}
