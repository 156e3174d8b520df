// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.panache;

import dev.sextant.evaluation.Breakers;
import dev.sextant.evaluation.BreakersContract;
import dev.sextant.testing.PostgresProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;

@QuarkusTest
class PanacheBreakersTest extends BreakersContract {
    @Inject Breakers breakers;

    @Override
    protected Breakers breakers() {
        return breakers;
    }

    @QuarkusTest
    @TestProfile(PostgresProfile.class)
    static class OnPostgres extends PanacheBreakersTest {}
}
