// SPDX-License-Identifier: Apache-2.0
package dev.sextant.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterCheckTest {
    private static final String HEADER =
            """
            {"id": "cpu-high", "title": {"en": "CPU"}, "every": "10s", "params": [
              {"name": "threshold", "kind": "percent", "default": 80, "min": 0, "max": 100},
              {"name": "hosts", "kind": "int", "default": 3, "min": 1},
              {"name": "loud", "kind": "boolean", "default": true},
              {"name": "mode", "kind": "enum", "options": ["fast", "slow"]},
              {"name": "window", "kind": "duration", "default": "5m"}]}
            """;

    private final ObjectMapper json = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | ''",
                "{\"threshold\": 90, \"hosts\": 2, \"loud\": false, \"mode\": \"slow\", \"window\": \"1m\"} | ''",
                "{\"threshold\": 190} | threshold must be at most 100, was 190",
                "{\"threshold\": -1} | threshold must be at least 0, was -1",
                "{\"threshold\": \"high\"} | threshold must be a number, was \"high\"",
                "{\"hosts\": 2.5} | hosts must be a whole number, was 2.5",
                "{\"loud\": 1} | loud must be true or false, was 1",
                "{\"mode\": \"medium\"} | mode must be one of",
                "{\"window\": true} | window must be a text, was true",
                "{\"treshold\": 1} | has no parameter treshold; it has threshold, hosts, loud, mode, window",
            })
    void namesEachFault(String values, String fault) throws JsonProcessingException {
        var faults =
                ParameterCheck.faults(RuleHeader.of(json.readTree(HEADER)), json.readTree(values));
        if (fault.isEmpty()) {
            assertThat(faults).isEmpty();
        } else {
            assertThat(faults).singleElement().asString().contains(fault);
        }
    }
}
