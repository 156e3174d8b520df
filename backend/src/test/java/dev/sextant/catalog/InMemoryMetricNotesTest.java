// SPDX-License-Identifier: Apache-2.0
package dev.sextant.catalog;

class InMemoryMetricNotesTest extends MetricNotesContract {
    private final InMemoryMetricNotes notes = new InMemoryMetricNotes();

    @Override
    protected MetricNotes notes() {
        return notes;
    }
}
