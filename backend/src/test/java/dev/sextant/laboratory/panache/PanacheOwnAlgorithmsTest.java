// SPDX-License-Identifier: Apache-2.0
package dev.sextant.laboratory.panache;

import dev.sextant.laboratory.OwnAlgorithms;
import dev.sextant.laboratory.OwnAlgorithmsContract;
import dev.sextant.testing.PostgresProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;

@QuarkusTest
class PanacheOwnAlgorithmsTest extends OwnAlgorithmsContract {
    @Inject OwnAlgorithms algorithms;

    @Override
    protected OwnAlgorithms algorithms() {
        return algorithms;
    }

    @QuarkusTest
    @TestProfile(PostgresProfile.class)
    static class OnPostgres extends PanacheOwnAlgorithmsTest {}
}
