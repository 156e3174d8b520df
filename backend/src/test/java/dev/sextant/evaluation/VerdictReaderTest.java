// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.alert.Finding;
import dev.sextant.alert.Severity;
import dev.sextant.telemetry.Labels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictReaderTest {
    private final ObjectMapper json = new ObjectMapper();
    private final VerdictReader reader = new VerdictReader(json);

    @Test
    void readsAVerdictWithItsEvidence() throws JsonProcessingException {
        var verdicts =
                read(
                        """
                        {"judged": true,
                         "verdicts": [{"kind": "fire", "labels": {"host": "a"}, "severity": "critical", "value": 0.97,
                                       "score": 1.2, "reason": {"en": "hot", "zh": "热"}, "charts": [0]}],
                         "charts": [{"title": "CPU", "unit": "1", "bands": [],
                                     "series": [{"name": "cpu", "labels": {}, "times": [1, 2], "values": [0.5, null]}],
                                     "lines": [{"value": 0.8}], "areas": []}]}
                        """);
        assertThat(verdicts.judged()).isTrue();
        var finding = (Finding.Fire) verdicts.all().getFirst().finding();
        assertThat(finding.labels()).isEqualTo(Labels.of("host", "a"));
        assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(finding.evidence().score()).isEqualTo(1.2);
        assertThat(finding.evidence().reason()).isNotNull();
        assertThat(finding.evidence().reason().in("zh")).isEqualTo("热");
        assertThat(finding.evidence().charts())
                .contains("\"times\":[1,2]")
                .contains("\"values\":[0.5,null]");
    }

    @Test
    void dropsWhatAChartMustNotCarry() throws JsonProcessingException {
        var verdicts =
                read(
                        "{\"charts\": [{\"title\": \"x\", \"formatter\": \"alert(1)\", \"series\": []}], \"verdicts\": []}");
        assertThat(json.valueToTree(verdicts.charts().getFirst()).toString())
                .doesNotContain("alert(1)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"verdicts\": [{\"kind\": \"explode\"}]}",
                "{\"verdicts\": [{\"labels\": {}}]}",
                "{\"verdicts\": [{\"kind\": \"fire\", \"severity\": \"meh\"}]}",
                "{\"verdicts\": [null]}",
                "{\"verdicts\": [], \"charts\": [{\"series\": [{\"name\": \"a\", \"labels\": {}, \"times\": [1], \"values\": []}]}]}",
                "{\"verdicts\": [], \"charts\": [{\"series\": [{\"name\": \"a\", \"labels\": {}, \"times\": \"no\", \"values\": []}]}]}"
            })
    void saysWhatIsNoAnswer(String result) {
        assertThatThrownBy(() -> read(result))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .isNotBlank()
                .doesNotContain("dev.sextant")
                .doesNotContain("java.");
    }

    @Test
    void chartsAreBounded() {
        var series = "{\"name\": \"a\", \"labels\": {}, \"times\": [], \"values\": []}";
        var many =
                "{\"verdicts\": [], \"charts\": [{\"series\": ["
                        + (series + ",").repeat(50)
                        + series
                        + "]}]}";
        assertThatThrownBy(() -> read(many)).hasMessageContaining("at most 50 series");
    }

    private Verdicts read(String result) throws JsonProcessingException {
        return reader.read(json.readTree(result));
    }
}
