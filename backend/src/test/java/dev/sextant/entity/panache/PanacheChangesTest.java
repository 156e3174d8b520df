// SPDX-License-Identifier: Apache-2.0
package dev.sextant.entity.panache;

import dev.sextant.entity.Changes;
import dev.sextant.entity.ChangesContract;
import dev.sextant.entity.Maintenance;
import dev.sextant.testing.PostgresProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;

@QuarkusTest
class PanacheChangesTest extends ChangesContract {
    @Inject Changes changes;
    @Inject Maintenance maintenance;

    @Override
    protected Changes changes() {
        return changes;
    }

    @Override
    protected Maintenance maintenance() {
        return maintenance;
    }

    @QuarkusTest
    @TestProfile(PostgresProfile.class)
    static class OnPostgres extends PanacheChangesTest {}
}
