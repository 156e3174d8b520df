// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Curves on a grid of one point per hour, from midnight on.
class CurveTest {
    private static final Span DAY = Span.of("2026-03-02T00:00/24h");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'kind':'constant','value':2}|2 2 2 2 2 2",
                "{'kind':'ramp','from':0,'to':24}|0 1 2 3 4 5",
                "{'kind':'ramp','from':1,'to':3,'at':'01:00','for':'2h'}|1 1 2 3 3 3",
                "{'kind':'step','before':1,'after':5,'at':'02:00'}|1 1 5 5 5 5",
                "{'kind':'values','values':[1,null,3],'every':'1h'}|1 - 3 - - -",
                "{'kind':'drop','of':{'kind':'constant','value':10},'share':0.4,'at':'01:00','for':'2h'}|10 6 6 10 10 10",
                "{'kind':'spike','of':{'kind':'constant','value':10},'factor':3,'at':'1h','for':'1h'}|10 30 10 10 10 10",
                "{'kind':'shift','of':{'kind':'constant','value':10},'amount':-1,'at':'04:00'}|10 10 10 10 9 9",
                "{'kind':'gap','of':{'kind':'constant','value':1},'at':'2026-03-02T01:00','for':'1h'}|1 - 1 1 1 1",
                "{'kind':'starts','of':{'kind':'constant','value':1},'at':'02:00'}|- - 1 1 1 1",
                "{'kind':'ends','of':{'kind':'constant','value':1},'at':'02:00'}|1 1 - - - -",
                "{'kind':'times','of':{'kind':'constant','value':4},'factor':0.5}|2 2 2 2 2 2",
                "{'kind':'clamp','of':{'kind':'ramp','from':0,'to':24},'min':1,'max':3}|1 1 2 3 3 3",
                "{'kind':'plus','of':{'kind':'constant','value':1},'other':{'kind':'ramp','from':0,'to':24}}|1 2 3 4 5 6",
                "{'kind':'counter','of':{'kind':'constant','value':2}}|0 7200 14400 21600 28800 36000",
                "{'kind':'reset','of':{'kind':'counter','of':{'kind':'constant','value':1}},'at':'03:00'}|0 3600 7200 3600 7200 10800",
            })
    void isDrawnAsWritten(String json, String expected) throws JsonProcessingException {
        assertThat(draw(json.replace('\'', '"'), 6)).isEqualTo(expected);
    }

    @Test
    void aWaveIsAtItsMeanAtMidnightAndHighestAQuarterLater() throws JsonProcessingException {
        var values =
                values("{\"kind\":\"wave\",\"period\":\"1d\",\"mean\":900,\"amplitude\":200}", 24);

        assertThat(values[0]).isCloseTo(900, within(1e-9));
        assertThat(values[6]).isCloseTo(1100, within(1e-9));
        assertThat(values[18]).isCloseTo(700, within(1e-9));
    }

    @Test
    void noiseIsAsWideAsItSaysAndTheSameEveryTime() throws JsonProcessingException {
        var json =
                "{\"kind\":\"noise\",\"of\":{\"kind\":\"constant\",\"value\":100},\"share\":0.03,\"seed\":%d}";
        var values = values(json.formatted(1), 20_000);
        double mean = Arrays.stream(values).average().orElseThrow();
        double spread =
                Math.sqrt(
                        Arrays.stream(values)
                                .map(value -> (value - mean) * (value - mean))
                                .average()
                                .orElseThrow());

        assertThat(mean).isCloseTo(100, within(0.1));
        assertThat(spread).isCloseTo(3, within(0.1));
        assertThat(values(json.formatted(1), 20_000)).isEqualTo(values);
        assertThat(values(json.formatted(2), 20_000)).isNotEqualTo(values);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'kind':'sawtooth'}|\"sawtooth\" is no curve",
                "{'kind':'constant','value':'x'}|the value of a constant must be a number",
                "{'kind':'step','before':1,'after':5,'at':'25:00'}|25:00:00 is no time of a day",
                "{'kind':'clamp','of':{'kind':'constant','value':1},'min':3,'max':1}|clamp takes the lower bound first",
            })
    void whatIsNoCurveIsSaid(String json, String message) {
        assertThatThrownBy(() -> draw(json.replace('\'', '"'), 6))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void aCurveOfOverwhelmingDepthIsRefused() {
        var deep = "{\"kind\":\"times\",\"factor\":1,\"of\":".repeat(70) + "{}" + "}".repeat(70);

        assertThatThrownBy(() -> draw(deep, 1)).hasMessageContaining("at most 60 steps");
    }

    private static String draw(String json, int hours) throws JsonProcessingException {
        var text = new StringBuilder();
        for (double value : values(json, hours)) {
            text.append(
                            Double.isNaN(value)
                                    ? "-"
                                    : String.valueOf(Math.round(value * 1e6) / 1e6)
                                            .replaceAll("\\.0$", ""))
                    .append(' ');
        }
        return text.toString().strip();
    }

    private static double[] values(String json, int hours) throws JsonProcessingException {
        long start = DAY.from().toEpochMilli();
        var grid = LongStream.range(0, hours).map(hour -> start + hour * 3_600_000).toArray();
        return new CurveReader(DAY, 7).read(new ObjectMapper().readTree(json)).draw(grid);
    }
}
