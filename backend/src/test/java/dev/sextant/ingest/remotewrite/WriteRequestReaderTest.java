// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.remotewrite;

import static dev.sextant.ingest.remotewrite.WriteRequests.label;
import static dev.sextant.ingest.remotewrite.WriteRequests.labels;
import static dev.sextant.ingest.remotewrite.WriteRequests.message;
import static dev.sextant.ingest.remotewrite.WriteRequests.metadata;
import static dev.sextant.ingest.remotewrite.WriteRequests.nested;
import static dev.sextant.ingest.remotewrite.WriteRequests.sample;
import static dev.sextant.ingest.remotewrite.WriteRequests.series;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.ingest.BodyFaultException;
import dev.sextant.ingest.Payload;
import dev.sextant.ingest.admission.Refusals.Reason;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.MetricMetadata;
import dev.sextant.telemetry.MetricMetadata.Type;
import dev.sextant.telemetry.SeriesKey;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WriteRequestReaderTest {
    private static final long STALE = 0x7ff0000000000002L;

    private final SeriesNames names = new SeriesNames(10);

    @Test
    void readsSeriesInTheirOrder() throws BodyFaultException {
        var payload =
                read(
                        series(
                                labels(Map.of("__name__", "up", "job", "a")),
                                sample(1_000, 1),
                                sample(2_000, 0)),
                        series(labels(Map.of("__name__", "up", "job", "b")), sample(-5, 1e300)));

        assertThat(payload.series()).hasSize(2);
        var first = payload.series().getFirst();
        assertThat(first.key()).isEqualTo(new SeriesKey("up", Labels.of("job", "a")));
        assertThat(first.times()).containsExactly(1_000, 2_000);
        assertThat(first.values()).containsExactly(1, 0);
        assertThat(payload.series().get(1).times()).containsExactly(-5);
        assertThat(payload.refusals().isEmpty()).isTrue();
    }

    /// Nearly every sender writes value and time, the value left out when it is 0; the format allows more.
    @Test
    void readsSamplesHoweverTheyAreWritten() throws BodyFaultException {
        var plain = sample(1_700_000_000_000L, 0.1);
        var payload =
                read(
                        series(
                                label("__name__", "up"),
                                plain,
                                nested(2, out -> out.writeInt64(2, 3)),
                                nested(2, out -> out.writeDouble(1, 4)),
                                nested(
                                        2,
                                        out -> out.writeInt64(2, 5),
                                        out -> out.writeDouble(1, 5)),
                                nested(2),
                                nested(
                                        2,
                                        out -> out.writeDouble(1, 6),
                                        out -> out.writeInt64(2, 6),
                                        out -> out.writeInt64(2, 7)),
                                nested(
                                        2,
                                        out -> out.writeDouble(1, 8),
                                        out -> out.writeInt64(2, 8),
                                        out -> out.writeString(9, "more")),
                                sample(-9, Double.longBitsToDouble(STALE)),
                                plain));

        var series = payload.series().getFirst();
        assertThat(series.times())
                .containsExactly(1_700_000_000_000L, 3, 0, 5, 0, 7, 8, -9, 1_700_000_000_000L);
        assertThat(series.values()).containsExactly(0.1, 0, 4, 5, 0, 6, 8, Double.NaN, 0.1);
        assertThat(Double.doubleToRawLongBits(series.values()[7])).isEqualTo(STALE);
    }

    /// A sample may not reach beyond its series, nor a series beyond the body.
    @Test
    void findsEverySampleThatIsCutOff() {
        var whole = message(series(label("__name__", "up"), sample(1, 1), sample(2, 2)));
        for (int length = 1; length < whole.length; length++) {
            var cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> new WriteRequestReader(cut, names).read())
                    .isInstanceOf(BodyFaultException.class);
        }
        whole[1]--;
        assertThatThrownBy(() -> new WriteRequestReader(whole, names).read())
                .isInstanceOf(BodyFaultException.class);
    }

    @Test
    void findsTheSameKeyObjectAgain() throws BodyFaultException {
        var part = series(label("__name__", "up"), sample(1, 1));
        var first = read(part).series().getFirst().key();

        assertThat(read(part).series().getFirst().key()).isSameAs(first);
    }

    @Test
    void keepsItsCacheBounded() throws BodyFaultException {
        for (int at = 0; at < 1_000; at++) {
            var payload = read(series(label("__name__", "m" + at), sample(1, at)));
            assertThat(payload.series().getFirst().key().metric()).isEqualTo("m" + at);
        }
        assertThat(names.size()).isLessThanOrEqualTo(20);
    }

    @Test
    void keepsTheBytesOfItsCacheBounded() throws BodyFaultException {
        var known = new SeriesNames(100);
        for (int at = 0; at < 1_000; at++) {
            // Of 100 series at 160 bytes each, two generations hold 32 times 1,000 bytes, and one
            // more each.
            var text = "x".repeat(1_000);
            new WriteRequestReader(
                            message(
                                    series(
                                            label("__name__", "m" + at),
                                            label("a", text),
                                            sample(1, 1))),
                            known)
                    .read();
        }
        assertThat(known.size()).isBetween(1L, 34L);
    }

    @Test
    void doesNotHoldSeriesThatAreLabelBombs() throws BodyFaultException {
        var text = "x".repeat(10_000);
        var payload = read(series(label("__name__", "bomb"), label("a", text), sample(1, 1)));

        assertThat(payload.series()).hasSize(1);
        assertThat(names.size()).isZero();
    }

    @Test
    void keepsTheBitsOfAStalenessMarker() throws BodyFaultException {
        var payload =
                read(series(label("__name__", "up"), sample(1, Double.longBitsToDouble(STALE))));

        assertThat(Double.doubleToRawLongBits(payload.series().getFirst().values()[0]))
                .isEqualTo(STALE);
    }

    @Test
    void readsLabelsThatOtherFieldsStandBetween() throws BodyFaultException {
        var payload =
                read(
                        series(
                                label("__name__", "up"),
                                sample(1, 1),
                                label("a", "1"),
                                sample(2, 1),
                                label("b", "2")));

        assertThat(payload.series().getFirst().key())
                .isEqualTo(new SeriesKey("up", Labels.of(Map.of("a", "1", "b", "2"))));
        assertThat(payload.series().getFirst().times()).containsExactly(1, 2);
    }

    @Test
    void skipsExemplarsAndUnknownFields() throws BodyFaultException {
        var payload =
                read(
                        out -> out.writeInt32(99, 7),
                        series(
                                label("__name__", "up"),
                                sample(1, 1),
                                nested(3, label("trace", "x")),
                                out -> out.writeString(77, "later")));

        assertThat(payload.series()).hasSize(1);
    }

    @Test
    void readsWhatMetricsMean() throws BodyFaultException {
        var payload =
                read(
                        metadata(1, "http_requests_total", "Requests.", ""),
                        metadata(2, "memory_bytes", "Memory.", ""),
                        metadata(3, "latency_seconds", "Latency.", "seconds"),
                        metadata(99, "odd", "", ""));

        assertThat(payload.metadata())
                .containsExactly(
                        new MetricMetadata("http_requests_total", Type.COUNTER, "", "Requests."),
                        new MetricMetadata("memory_bytes", Type.GAUGE, "By", "Memory."),
                        new MetricMetadata("latency_seconds", Type.HISTOGRAM, "s", "Latency."),
                        new MetricMetadata("odd", Type.UNKNOWN, "", ""));
    }

    @Test
    void refusesOnlyTheSeriesThatAreNone() throws BodyFaultException {
        var payload =
                read(
                        series(label("job", "a"), sample(1, 1), sample(2, 1)),
                        series(
                                label("__name__", "up"),
                                label("a", "1"),
                                label("a", "2"),
                                sample(1, 1)),
                        series(label("__name__", "hist"), nested(4, out -> out.writeInt32(1, 1))),
                        series(label("__name__", "up"), sample(1, 1)));

        assertThat(payload.series()).hasSize(1);
        assertThat(payload.refusals().counts())
                .isEqualTo(
                        Map.of(
                                Reason.NO_METRIC_NAME, 2L,
                                Reason.DUPLICATE_LABEL, 1L,
                                Reason.NATIVE_HISTOGRAM, 1L));
        assertThat(payload.refusals().summary()).contains("job", "stands twice", "hist");
    }

    private Payload read(WriteRequests.Part... parts) throws BodyFaultException {
        return new WriteRequestReader(message(parts), names).read();
    }
}
