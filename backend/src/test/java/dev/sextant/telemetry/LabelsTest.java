// SPDX-License-Identifier: Apache-2.0
package dev.sextant.telemetry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelsTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 7, 40})
    void holdWhatASortedMapHolds(int size) {
        var random = new Random(size);
        var pairs = new LinkedHashMap<String, String>();
        for (int at = 0; at < size; at++) {
            pairs.put("n" + random.nextInt(1_000), random.nextInt(4) == 0 ? "" : "v" + at);
        }
        var wanted = new TreeMap<>(pairs);
        wanted.values().removeIf(String::isEmpty);

        var labels = Labels.of(pairs);

        assertThat(labels.size()).isEqualTo(wanted.size());
        assertThat(labels.asMap()).isEqualTo(wanted).hasSameHashCodeAs(wanted);
        assertThat(labels.asMap().keySet()).containsExactlyElementsOf(wanted.keySet());
        assertThat(labels).isEqualTo(Labels.of(wanted)).hasSameHashCodeAs(Labels.of(wanted));
        for (var name : pairs.keySet()) {
            assertThat(labels.value(name)).isEqualTo(wanted.get(name));
            assertThat(labels.asMap().get(name)).isEqualTo(wanted.get(name));
        }
        var seen = new TreeMap<String, String>();
        labels.asMap().forEach(seen::put);
        assertThat(seen).isEqualTo(wanted);
    }

    @Test
    void differByNamesAndValues() {
        assertThat(Labels.of("a", "b"))
                .isNotEqualTo(Labels.of("b", "a"))
                .isNotEqualTo(Labels.of("a", "c"))
                .isNotEqualTo(Labels.none());
    }

    @Test
    void areCutAndExtended() {
        var labels = Labels.of(Map.of("host", "a", "zone", "b", "tier", "c"));

        assertThat(labels.only(List.of("zone", "host", "none")))
                .hasToString("{host=\"a\", zone=\"b\"}");
        assertThat(labels.without(Set.of("zone", "none"))).hasToString("{host=\"a\", tier=\"c\"}");
        assertThat(labels.with("disk", "d\"\\\n"))
                .hasToString("{disk=\"d\\\"\\\\\\n\", host=\"a\", tier=\"c\", zone=\"b\"}");
        assertThat(labels.with("zone", "")).isEqualTo(labels.without(Set.of("zone")));
        assertThat(labels.only(Set.of())).isSameAs(Labels.none());
    }

    @Test
    void cannotBeChanged() {
        var map = Labels.of("a", "b").asMap();

        assertThatThrownBy(() -> map.put("a", "c"))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> map.remove("a")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(map::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a", "\"", "\\", "\n\t\u0000\u001f", "\u007f/<>&", "é 中 😀", "{\"x\":1}"})
    void areJson(String text) throws IOException {
        var labels = Labels.of(Map.of(text, "1", "host", text));

        assertThat(new ObjectMapper().readValue(labels.json(), TreeMap.class))
                .isEqualTo(new TreeMap<>(labels.asMap()));
        assertThat(Labels.none().json()).isEqualTo("{}".getBytes(UTF_8));
    }
}
