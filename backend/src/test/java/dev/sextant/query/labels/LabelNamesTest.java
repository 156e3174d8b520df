// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query.labels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.store.memory.InMemorySeries;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import dev.sextant.tenant.TenantId;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is kept of labels changes with the series.
class LabelNamesTest {
    private static final TenantId ACME = new TenantId("acme");
    private static final TenantId OTHER = new TenantId("other");

    private final InMemorySeries series = new InMemorySeries();
    private final LabelNames labels = new LabelNames(series);

    @Test
    void newSeriesOfAnyMetricAreThereAtTheNextLook() {
        append(ACME, "m", Labels.of("host", "b"));
        assertThat(labels.values(ACME, "host", null)).containsExactly("b");

        append(ACME, "m", Labels.of("host", "a"));
        append(ACME, "n", Labels.of("host", "c").with("zone", "z"));

        assertThat(labels.values(ACME, "host", null)).containsExactly("a", "b", "c");
        assertThat(labels.values(ACME, "host", "m")).containsExactly("a", "b");
        assertThat(labels.values(ACME, "nothing", null)).isEmpty();
        assertThat(labels.names(ACME, null)).containsExactly("host", "zone");
        assertThat(labels.names(ACME, "m")).containsExactly("host");
    }

    @Test
    void tenantsAreKeptApartAndForgotten() {
        append(ACME, "m", Labels.of("host", "a"));
        append(OTHER, "m", Labels.of("host", "b"));
        assertThat(labels.values(ACME, "host", null)).containsExactly("a");
        assertThat(labels.values(OTHER, "host", null)).containsExactly("b");

        labels.erase(ACME);

        assertThat(labels.values(OTHER, "host", null)).containsExactly("b");
        assertThat(labels.values(ACME, "host", null)).containsExactly("a");
    }

    private void append(TenantId tenant, String metric, Labels of) {
        series.append(
                tenant,
                List.of(new Series(new SeriesKey(metric, of), new long[] {1}, new double[] {1})));
    }
}
