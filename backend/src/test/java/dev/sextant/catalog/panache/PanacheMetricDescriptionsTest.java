// SPDX-License-Identifier: Apache-2.0
package dev.sextant.catalog.panache;

import dev.sextant.catalog.MetricDescriptions;
import dev.sextant.catalog.MetricDescriptionsContract;
import dev.sextant.testing.PostgresProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;

@QuarkusTest
class PanacheMetricDescriptionsTest extends MetricDescriptionsContract {
    @Inject MetricDescriptions descriptions;

    @Override
    protected MetricDescriptions descriptions() {
        return descriptions;
    }

    @QuarkusTest
    @TestProfile(PostgresProfile.class)
    static class OnPostgres extends PanacheMetricDescriptionsTest {}
}
