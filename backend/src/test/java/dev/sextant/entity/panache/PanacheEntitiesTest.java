// SPDX-License-Identifier: Apache-2.0
package dev.sextant.entity.panache;

import dev.sextant.entity.Entities;
import dev.sextant.entity.EntitiesContract;
import dev.sextant.entity.Relations;
import dev.sextant.testing.PostgresProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;

@QuarkusTest
class PanacheEntitiesTest extends EntitiesContract {
    @Inject Entities entities;
    @Inject Relations relations;

    @Override
    protected Entities entities() {
        return entities;
    }

    @Override
    protected Relations relations() {
        return relations;
    }

    @QuarkusTest
    @TestProfile(PostgresProfile.class)
    static class OnPostgres extends PanacheEntitiesTest {}
}
