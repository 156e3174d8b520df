// SPDX-License-Identifier: Apache-2.0
package dev.sextant.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.telemetry.Labels;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchIndexTest {
    private final SearchIndex index = new SearchIndex();

    @BeforeEach
    void fill() {
        index.add("host.cpu.usage_ratio", List.of(labels("web-1", "a"), labels("web-2", "a")));
        index.add("host.filesystem.used_ratio", List.of(labels("db-7", "b")));
        index.add("httpRequestSeconds", List.of(Labels.none()));
        index.describe("httpRequestSeconds", "s How long requests take 请求耗时");
    }

    @ParameterizedTest
    @CsvSource({
        "cpu, host.cpu.usage_ratio",
        "CPU.us, host.cpu.usage_ratio",
        "sage_r, host.cpu.usage_ratio",
        "filesytem, host.filesystem.used_ratio",
        "fliesystem, host.filesystem.used_ratio",
        "host.cpu.usgae_ratio, host.cpu.usage_ratio",
        "req, httpRequestSeconds",
        "long, httpRequestSeconds",
        "耗时, httpRequestSeconds",
        "db-7, host.filesystem.used_ratio",
        "web-, host.cpu.usage_ratio",
        "host=db-7, host.filesystem.used_ratio",
        "ratio zone=a, host.cpu.usage_ratio"
    })
    void findsTheOneMetric(String text, String metric) {
        assertThat(index.search(text)).containsExactly(metric);
    }

    @ParameterizedTest
    @CsvSource({"zone=db-7", "cpu db-7", "xyz", "host=xyz", "cpx"})
    void findsNothing(String text) {
        assertThat(index.search(text)).isEmpty();
    }

    @Test
    void theBestComesFirst() {
        index.add("a.other", List.of(Labels.of("kind", "cpu")));
        index.add("cpu", List.of(Labels.none()));

        assertThat(index.search("cpu")).containsExactly("cpu", "host.cpu.usage_ratio", "a.other");
    }

    @Test
    void whatIsWrittenIsReplaced() {
        index.describe("httpRequestSeconds", "ms Latency");

        assertThat(index.search("latency")).containsExactly("httpRequestSeconds");
        assertThat(index.search("long")).isEmpty();
    }

    @Test
    void findsOneOfManyValuesAndStaysSmall() {
        int count = 50_000;
        index.add(
                "many",
                IntStream.range(0, count)
                        .mapToObj(at -> labels("node-%05d".formatted(at), "z" + at % 7))
                        .toList());
        long before = index.memory();
        index.add("many", List.of(labels("node-00007", "z0")));

        assertThat(index.search("node-43210")).containsExactly("many");
        assertThat(index.search("e-4321")).containsExactly("many");
        assertThat(index.memory()).isEqualTo(before).isLessThan(count * 150L);
    }

    private static Labels labels(String host, String zone) {
        return Labels.of(Map.of("host", host, "zone", zone));
    }
}
