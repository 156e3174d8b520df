// SPDX-License-Identifier: Apache-2.0
package dev.sextant.rule;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.tenant.TenantId;

/// Runs the test file of a rule. The evaluation room provides it.
public interface RuleTests {
    /// @param rule as it is about to be saved
    /// @param tests its test file
    Tested run(TenantId tenant, Rule rule, String tests);

    /// @param results each check with what was seen, as REST shows it
    record Tested(boolean passed, JsonNode results) {}
}
