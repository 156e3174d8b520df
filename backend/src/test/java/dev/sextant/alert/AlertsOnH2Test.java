// SPDX-License-Identifier: Apache-2.0
package dev.sextant.alert;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
class AlertsOnH2Test extends AlertsContract {
    @Inject Alerts alerts;

    @Override
    Alerts alerts() {
        return alerts;
    }
}
