// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.rule.RuleId;
import dev.sextant.tenant.TenantId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What every adapter of [RuleStates] does.
public abstract class RuleStatesContract {
    private static final RuleId CPU = new RuleId("cpu-high");

    private final ObjectMapper json = new ObjectMapper();
    private final TenantId acme =
            new TenantId("acme-" + UUID.randomUUID().toString().substring(0, 8));
    private final TenantId globex =
            new TenantId("globex-" + UUID.randomUUID().toString().substring(0, 8));

    protected abstract RuleStates states();

    @Test
    void aRuleRemembersNothingAtFirst() {
        assertThat(states().find(acme, CPU)).isEqualTo(json.createObjectNode());
    }

    @Test
    void aRuleRemembersTheLastThing() {
        states().put(acme, CPU, json.createObjectNode().put("seen", 1));
        states().put(acme, CPU, json.createObjectNode().put("seen", 2));
        assertThat(states().find(acme, CPU).path("seen").intValue()).isEqualTo(2);
        assertThat(states().find(globex, CPU)).isEqualTo(json.createObjectNode());
        states().delete(acme, CPU);
        assertThat(states().find(acme, CPU)).isEqualTo(json.createObjectNode());
    }
}
