// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.otlp;

import static dev.sextant.ingest.remotewrite.WriteRequests.message;
import static dev.sextant.ingest.remotewrite.WriteRequests.nested;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sextant.ingest.BodyFaultException;
import dev.sextant.ingest.Payload;
import dev.sextant.ingest.admission.Refusals.Reason;
import dev.sextant.ingest.packing.Packing;
import dev.sextant.ingest.packing.Unpacked;
import dev.sextant.ingest.remotewrite.WriteRequests.Part;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/// Whatever comes in, the answer names the fault and nothing else happens.
class MalformedOtlpTest {
    private static final int MAX_PLAIN = 1 << 20;
    private static final long NANOS = 1_700_000_000_000_000_000L;

    private static final byte[] RIGHT =
            request(
                    metric("up", 5, nested(1, at(), out -> out.writeDouble(4, 1))),
                    metric(
                            "latency",
                            9,
                            out -> out.writeEnum(2, 2),
                            histogram(new long[] {1, 2}, 0.5)));

    @Test
    void readsWhatIsRight() throws BodyFaultException {
        var payload = read(RIGHT);

        assertThat(payload.series())
                .extracting(each -> each.key().toString())
                .containsExactly(
                        "up{}",
                        "latency_bucket{le=\"0.5\"}",
                        "latency_bucket{le=\"+Inf\"}",
                        "latency_sum{}",
                        "latency_count{}");
        assertThat(payload.refusals().isEmpty()).isTrue();
    }

    @Test
    void endsASeriesWithoutARecordedValue() throws BodyFaultException {
        var payload = read(request(metric("up", 5, nested(1, at(), out -> out.writeUInt32(8, 1)))));

        assertThat(Double.doubleToRawLongBits(payload.series().getFirst().values()[0]))
                .isEqualTo(0x7ff0000000000002L);
    }

    @Test
    void refusesWhatItCanNotStoreAndKeepsTheRest() throws BodyFaultException {
        var payload =
                read(
                        request(
                                metric("vague", 7, nested(1, at())),
                                metric(
                                        "odd",
                                        9,
                                        out -> out.writeEnum(2, 2),
                                        histogram(new long[] {1, 2, 3}, 0.5)),
                                metric("good", 5, nested(1, at()))));

        assertThat(payload.series()).hasSize(1);
        assertThat(payload.refusals().counts())
                .isEqualTo(Map.of(Reason.NO_TEMPORALITY, 1L, Reason.MALFORMED_POINT, 1L));
        assertThat(payload.refusals().summary())
                .contains("vague does not say whether it is cumulative or delta", "odd has 3");
    }

    @Test
    void listsThatCouldFillTheMemoryAreRefused() {
        var buckets = new long[5_000];
        assertThat(
                        fault(
                                        request(
                                                metric(
                                                        "long",
                                                        9,
                                                        out -> out.writeEnum(2, 2),
                                                        histogram(buckets, 0.5))))
                                .kind())
                .isEqualTo(BodyFaultException.Kind.MALFORMED);
        var many = nested(8, out -> out.writeByteArray(2, new byte[5_000]));
        assertThat(
                        fault(
                                        request(
                                                metric(
                                                        "long",
                                                        10,
                                                        out -> out.writeEnum(2, 2),
                                                        nested(1, many))))
                                .kind())
                .isEqualTo(BodyFaultException.Kind.MALFORMED);
    }

    @Test
    void attributesThatUnfoldAreRefused() {
        Part resource =
                out -> {
                    for (int at = 0; at < 10_000; at++) {
                        var name = "k8s." + at;
                        nested(
                                        1,
                                        key -> key.writeString(1, name),
                                        nested(2, value -> value.writeString(1, "v")))
                                .write(out);
                    }
                };
        var points = new Part[2_000];
        Arrays.fill(points, nested(1, at(), own()));
        var body =
                message(
                        nested(
                                1,
                                nested(1, resource),
                                nested(
                                        2,
                                        nested(
                                                2,
                                                out -> out.writeString(1, "m"),
                                                nested(5, points)))));

        assertThat(fault(body).kind()).isEqualTo(BodyFaultException.Kind.TOO_LARGE);
        assertThat(fault(body).detail()).contains("bytes of memory");
    }

    private static Part own() {
        return nested(
                7, key -> key.writeString(1, "own"), nested(2, value -> value.writeString(1, "v")));
    }

    @Test
    void aBodyThatIsCutOffIsNamed() {
        for (int length = 1; length < RIGHT.length; length++) {
            assertThat(fault(Arrays.copyOf(RIGHT, length)).detail()).contains("cut off");
        }
    }

    @Test
    void wrongTypesAreNamed() {
        assertThat(fault(message(out -> out.writeInt32(1, 5))).detail()).contains("first metric");
        assertThat(fault("hello, metrics".getBytes(StandardCharsets.UTF_8)).kind())
                .isEqualTo(BodyFaultException.Kind.MALFORMED);
        assertThat(fault(request(metric("up", 5, out -> out.writeInt32(1, 5)))).detail())
                .contains("metric up");
    }

    @Test
    void damagedBytesNeverDoMoreThanBeRefused() {
        var random = new Random(20_261_121);
        var packed = gzip(RIGHT);
        for (int round = 0; round < 2_000; round++) {
            var damaged = (round % 2 == 0 ? packed : RIGHT).clone();
            for (int hits = random.nextInt(1, 4); hits > 0; hits--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            // Either outcome is right; any other exception fails the test.
            if (round % 2 != 0) {
                accepts(damaged);
            } else if (Packing.GZIP.unpack(damaged, MAX_PLAIN)
                    instanceof Unpacked.Plain(var plain)) {
                accepts(plain);
            }
        }
    }

    @Test
    void gzipThatLiesIsRefused() {
        assertThat(Packing.GZIP.unpack(gzip(new byte[MAX_PLAIN + 1]), MAX_PLAIN))
                .isInstanceOf(Unpacked.TooLarge.class);
        var small = gzip(new byte[MAX_PLAIN * 2]);
        Arrays.fill(small, small.length - 4, small.length, (byte) 0);
        assertThat(Packing.GZIP.unpack(small, MAX_PLAIN)).isInstanceOf(Unpacked.Damaged.class);
        var liar = gzip(new byte[10]);
        liar[liar.length - 2] = 15;
        assertThat(Packing.GZIP.unpack(liar, MAX_PLAIN * 64)).isInstanceOf(Unpacked.Damaged.class);
        assertThat(Packing.GZIP.unpack(RIGHT, MAX_PLAIN)).isInstanceOf(Unpacked.Damaged.class);
        var cut = Arrays.copyOf(gzip(RIGHT), 40);
        assertThat(Packing.GZIP.unpack(cut, MAX_PLAIN)).isInstanceOf(Unpacked.Damaged.class);
    }

    static byte[] gzip(byte[] plain) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static byte[] request(Part... metrics) {
        return message(nested(1, nested(2, metrics)));
    }

    private static Part metric(String name, int kind, Part... data) {
        return nested(2, out -> out.writeString(1, name), nested(kind, data));
    }

    private static Part at() {
        return out -> out.writeFixed64(3, NANOS);
    }

    private static Part histogram(long[] buckets, double bound) {
        return nested(
                1,
                at(),
                out -> out.writeFixed64(4, Arrays.stream(buckets).sum()),
                out -> out.writeDouble(5, 1),
                out -> {
                    for (long each : buckets) {
                        out.writeFixed64(6, each);
                    }
                },
                out -> out.writeDouble(7, bound));
    }

    private static BodyFaultException fault(byte[] body) {
        return catchThrowableOfType(BodyFaultException.class, () -> read(body));
    }

    private static Payload read(byte[] body) throws BodyFaultException {
        return new MetricsReader(body, new DeltaSums(100)).read();
    }

    private static void accepts(byte[] body) {
        try {
            read(body);
        } catch (BodyFaultException fault) {
            assertThat(fault.detail()).isNotBlank();
        }
    }
}
