// SPDX-License-Identifier: Apache-2.0
package dev.sextant.rule.panache;

import dev.sextant.rule.Rules;
import dev.sextant.rule.RulesContract;
import dev.sextant.testing.PostgresProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;

@QuarkusTest
class PanacheRulesTest extends RulesContract {
    @Inject Rules rules;

    @Override
    protected Rules rules() {
        return rules;
    }

    @QuarkusTest
    @TestProfile(PostgresProfile.class)
    static class OnPostgres extends PanacheRulesTest {}
}
