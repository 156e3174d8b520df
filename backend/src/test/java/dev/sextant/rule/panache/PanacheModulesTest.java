// SPDX-License-Identifier: Apache-2.0
package dev.sextant.rule.panache;

import dev.sextant.rule.Modules;
import dev.sextant.rule.ModulesContract;
import dev.sextant.testing.PostgresProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;

@QuarkusTest
class PanacheModulesTest extends ModulesContract {
    @Inject Modules modules;

    @Override
    protected Modules modules() {
        return modules;
    }

    @QuarkusTest
    @TestProfile(PostgresProfile.class)
    static class OnPostgres extends PanacheModulesTest {}
}
