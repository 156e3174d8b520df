// SPDX-License-Identifier: Apache-2.0
package dev.sextant.catalog;

class InMemoryMetricDescriptionsTest extends MetricDescriptionsContract {
    private final MetricDescriptions descriptions = new InMemoryMetricDescriptions();

    @Override
    protected MetricDescriptions descriptions() {
        return descriptions;
    }
}
