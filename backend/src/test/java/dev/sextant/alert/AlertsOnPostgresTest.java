// SPDX-License-Identifier: Apache-2.0
package dev.sextant.alert;

import dev.sextant.testing.PostgresProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;

@QuarkusTest
@TestProfile(PostgresProfile.class)
class AlertsOnPostgresTest extends AlertsContract {
    @Inject Alerts alerts;

    @Override
    Alerts alerts() {
        return alerts;
    }
}
