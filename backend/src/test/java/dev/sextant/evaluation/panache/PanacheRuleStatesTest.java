// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.panache;

import dev.sextant.evaluation.RuleStates;
import dev.sextant.evaluation.RuleStatesContract;
import dev.sextant.testing.PostgresProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;

@QuarkusTest
class PanacheRuleStatesTest extends RuleStatesContract {
    @Inject RuleStates states;

    @Override
    protected RuleStates states() {
        return states;
    }

    @QuarkusTest
    @TestProfile(PostgresProfile.class)
    static class OnPostgres extends PanacheRuleStatesTest {}
}
