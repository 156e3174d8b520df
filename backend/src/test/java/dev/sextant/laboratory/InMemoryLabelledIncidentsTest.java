// SPDX-License-Identifier: Apache-2.0
package dev.sextant.laboratory;

class InMemoryLabelledIncidentsTest extends LabelledIncidentsContract {
    private final LabelledIncidents incidents = new InMemoryLabelledIncidents();

    @Override
    protected LabelledIncidents incidents() {
        return incidents;
    }
}
