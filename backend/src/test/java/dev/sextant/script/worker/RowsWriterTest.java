// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.telemetry.Frame;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The head tells where in the array the points of rows and of their sides lie.
class RowsWriterTest {
    private final ObjectMapper json = new ObjectMapper();

    @Test
    void pointsFollowTheOrderOfTheHead() throws JsonProcessingException {
        var before = new Frame(List.of(series("b", 1, 5)));
        var past = new Frame(List.of(series("a", 3, 7), series("b", 4, 8))).beside(side(before));
        var frame =
                new Frame(List.of(series("a", 1, 2), series("b", 9, 10)))
                        .beside(Map.of("past", past));

        var rows = RowsWriter.write(frame, json);

        assertThat(json.readTree(rows.headJson()))
                .isEqualTo(
                        json.readTree(
                                """
                                {"series": [
                                  {"metric": "m", "labels": {"host": "a"}, "length": 1,
                                   "sides": {"past": {"metric": "m", "length": 1}}},
                                  {"metric": "m", "labels": {"host": "b"}, "length": 1,
                                   "sides": {"past": {"metric": "m", "length": 1,
                                                      "sides": {"before": {"metric": "m", "length": 1}}}}}]}
                                """));
        assertThat(rows.points()).containsExactly(1, 2, 3, 7, 9, 10, 4, 8, 1, 5);
    }

    private static Map<String, Frame> side(Frame before) {
        return Map.of("before", before);
    }

    private static Series series(String host, long time, double value) {
        return new Series(
                new SeriesKey("m", Labels.of("host", host)),
                new long[] {time},
                new double[] {value});
    }
}
