// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.ingest.admission.Refusals;
import dev.sextant.ingest.admission.Refusals.Reason;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeltaSumsTest {
    private final DeltaSums sums = new DeltaSums(4);
    private final Refusals refusals = new Refusals();

    @Test
    void addsUpEachSeries() {
        assertThat(total("a", 1, 3)).isEqualTo(3);
        assertThat(total("b", 1, 10)).isEqualTo(10);
        assertThat(total("a", 2, 4)).isEqualTo(7);
    }

    @Test
    void whatIsSentAgainDoesNotCountTwice() {
        assertThat(total("a", 1, 3)).isEqualTo(3);
        assertThat(total("a", 2, 4)).isEqualTo(7);
        assertThat(total("a", 2, 4)).isEqualTo(7);
        assertThat(sums.totals(List.of(delta("a", 1, 3)), refusals)).isEmpty();
        assertThat(refusals.counts()).isEqualTo(Map.of(Reason.OUT_OF_ORDER, 1L));
        assertThat(total("a", 3, 1)).isEqualTo(8);
    }

    @Test
    void aMarkEndsASeriesAndItsTotalGoesOn() {
        double stale = Double.longBitsToDouble(0x7ff0000000000002L);
        total("a", 1, 3);

        assertThat(Double.doubleToRawLongBits(total("a", 2, stale))).isEqualTo(0x7ff0000000000002L);
        assertThat(total("a", 3, 1)).isEqualTo(4);
    }

    @Test
    void seriesThatAreNotSentForLongAreForgotten() {
        total("a", 1, 3);
        for (int at = 0; at < 10; at++) {
            total("other" + at, 1, 1);
            total("kept", at, 1);
        }

        assertThat(total("kept", 10, 1)).isEqualTo(11);
        assertThat(total("a", 2, 3)).isEqualTo(3);
    }

    private double total(String metric, long time, double value) {
        return sums.totals(List.of(delta(metric, time, value)), refusals).getFirst().values()[0];
    }

    private static Series delta(String metric, long time, double value) {
        return new Series(
                new SeriesKey(metric, Labels.none()), new long[] {time}, new double[] {value});
    }
}
