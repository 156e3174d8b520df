// SPDX-License-Identifier: Apache-2.0
package dev.sextant.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.alert.AlertPolicy;
import dev.sextant.alert.Flapping;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleHeaderTest {
    @Test
    void aWindowIsThatOfTheRulesOwnSlots() throws JsonProcessingException {
        assertThat(
                        policy("\"every\": \"30s\"", "\"flap\": {\"over\": 10, \"high\": 0.6}")
                                .flapping())
                .isEqualTo(new Flapping(Duration.ofMinutes(5), 10, 0.6, 0.3));
        assertThat(policy("\"cron\": \"0 9 * * 1-5\"", "\"flap\": {\"over\": 5}").flapping())
                .isEqualTo(new Flapping(Duration.ofDays(7), 5, 0.5, 0.25));
    }

    @Test
    void whatIsNotAskedForIsNotDone() throws JsonProcessingException {
        assertThat(policy("\"every\": \"30s\"", "\"keep\": \"1m\""))
                .isEqualTo(new AlertPolicy(Duration.ZERO, Duration.ofMinutes(1), null));
        assertThat(policy("\"every\": \"30s\"", "\"repeat\": \"4h\"").repeatAfter())
                .isEqualTo(Duration.ofHours(4));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"over": 1}                  | fire.flap.over must be a whole number of evaluations from 2 to 100, not 1
                    {"over": 2.5}                | fire.flap.over must be a whole number of evaluations from 2 to 100, not 2.5
                    {"over": 1e300}              | fire.flap.over must be a whole number
                    {"high": 0}                  | fire.flap.high must be a share above 0, at most 1, not 0.0
                    {"high": 50}                 | fire.flap.high must be a share above 0, at most 1, not 50.0
                    {"high": 0.5, "low": 0.6}    | fire.flap.low must be a share from 0 to fire.flap.high, not 0.6
                    """)
    void whatCanNotBeMeantIsRefused(String flap, String sentence) {
        assertThatThrownBy(() -> policy("\"every\": \"30s\"", "\"flap\": " + flap))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
    }

    private static AlertPolicy policy(String timing, String fire) throws JsonProcessingException {
        var header =
                "{\"id\": \"cpu\", \"title\": {\"en\": \"CPU\"}, %s, \"fire\": {%s}}"
                        .formatted(timing, fire);
        return RuleHeader.of(new ObjectMapper().readTree(header)).policy();
    }
}
