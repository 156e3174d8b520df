// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query.labels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.query.labels.LabelNames.Known;
import dev.sextant.store.memory.InMemorySeries;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import dev.sextant.tenant.TenantId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    /// What a look finds when it goes on from the one before is what a first look finds.
    @Test
    void valuesComeAndGoAsSeriesDo() {
        var random = new Random(3);
        var there = new TreeMap<String, List<String>>();
        var version = new AtomicLong();
        var known = new HashMap<String, Known>();
        var values = LabelValues.none("host");
        for (int round = 0; round < 500; round++) {
            var metric = "m" + random.nextInt(6);
            var hosts =
                    IntStream.range(0, random.nextInt(12))
                            .mapToObj(_ -> "h" + random.nextInt(20))
                            .collect(Collectors.toCollection(TreeSet::new));
            if (hosts.isEmpty()) {
                there.remove(metric);
                known.remove(metric);
            } else {
                there.put(metric, List.copyOf(hosts));
                known.put(
                        metric,
                        new Known(version.incrementAndGet(), Map.of("host", List.copyOf(hosts))));
            }

            values = values.of(Map.copyOf(known));

            assertThat(values.values())
                    .containsExactlyElementsOf(
                            there.values().stream()
                                    .flatMap(List::stream)
                                    .collect(Collectors.toCollection(TreeSet::new)));
        }
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
