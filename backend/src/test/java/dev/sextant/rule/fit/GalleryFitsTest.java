// SPDX-License-Identifier: Apache-2.0
package dev.sextant.rule.fit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.telemetry.MetricFits.Fit;
import dev.sextant.telemetry.MetricMetadata;
import dev.sextant.telemetry.MetricMetadata.Type;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GalleryFitsTest {
    private final GalleryFits fits = new GalleryFits();

    @Test
    void theRuleThatReadsTheMetricComesFirst() {
        assertThat(fits("host.cpu.usage_ratio", "1", "host").getFirst())
                .satisfies(fit -> assertThat(fit.rule()).isEqualTo("cpu-high"))
                .satisfies(fit -> assertThat(fit.score()).isEqualTo(1));
    }

    @Test
    void aMetricOfOtherNameFitsByWordsUnitAndLabels() {
        var found = fits("system.disk.utilization", "1", "host", "mount");

        assertThat(found).extracting(Fit::rule).contains("filesystem-filling");
        assertThat(found.getFirst().reads()).isEqualTo("host.filesystem.used_ratio");
        assertThat(found.getFirst().reasons())
                .containsEntry("words", "filesystem, usage")
                .containsEntry("unit", "1")
                .containsEntry("labels", "host, mount");
    }

    @Test
    void nothingFitsByUnitAndLabelsAlone() {
        assertThat(fits("orders.refused", "1", "host")).isEmpty();
    }

    private List<Fit> fits(String metric, String unit, String... labels) {
        return fits.fits(new MetricMetadata(metric, Type.GAUGE, unit, ""), Set.of(labels));
    }
}
