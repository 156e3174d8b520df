// SPDX-License-Identifier: Apache-2.0
package dev.sextant.alert;

class InMemoryAlertsTest extends AlertsContract {
    private final Alerts alerts = new InMemoryAlerts();

    @Override
    Alerts alerts() {
        return alerts;
    }
}
