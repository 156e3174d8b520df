// SPDX-License-Identifier: Apache-2.0
package dev.sextant.laboratory.panache;

import dev.sextant.laboratory.LabelledIncidents;
import dev.sextant.laboratory.LabelledIncidentsContract;
import dev.sextant.testing.PostgresProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;

@QuarkusTest
class PanacheLabelledIncidentsTest extends LabelledIncidentsContract {
    @Inject LabelledIncidents incidents;

    @Override
    protected LabelledIncidents incidents() {
        return incidents;
    }

    @QuarkusTest
    @TestProfile(PostgresProfile.class)
    static class OnPostgres extends PanacheLabelledIncidentsTest {}
}
