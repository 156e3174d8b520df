// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.remotewrite;

import static dev.sextant.ingest.remotewrite.WriteRequests.label;
import static dev.sextant.ingest.remotewrite.WriteRequests.message;
import static dev.sextant.ingest.remotewrite.WriteRequests.metadata;
import static dev.sextant.ingest.remotewrite.WriteRequests.nested;
import static dev.sextant.ingest.remotewrite.WriteRequests.packed;
import static dev.sextant.ingest.remotewrite.WriteRequests.sample;
import static dev.sextant.ingest.remotewrite.WriteRequests.series;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sextant.ingest.BodyFaultException;
import dev.sextant.ingest.BodyFaultException.Kind;
import dev.sextant.ingest.BodyFormat;
import dev.sextant.ingest.packing.Packing;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever comes in, the answer names the fault and nothing else happens.
class MalformedBodyTest {
    private static final int MAX_PLAIN = 1 << 20;

    private static final byte[] RIGHT =
            message(
                    series(
                            label("__name__", "up"),
                            label("job", "a"),
                            sample(1_000, 1),
                            sample(2_000, 2)),
                    metadata(2, "up", "Is it up?", ""));

    static Stream<Arguments> wrong() {
        return Stream.of(wrongInRequest(), wrongInSeries(), wrongInLabels(), wrongBytes())
                .flatMap(each -> each);
    }

    private static Stream<Arguments> wrongInRequest() {
        return Stream.of(
                wrong("series as number", out -> out.writeInt32(1, 5), "field 1 of a request"),
                wrong("metadata as number", out -> out.writeInt32(3, 5), "field 3 of a request"),
                wrong("type as text", nested(3, out -> out.writeString(1, "x")), "of a metadata"));
    }

    private static Stream<Arguments> wrongInSeries() {
        var up = label("__name__", "up");
        return Stream.of(
                wrong("labels", series(out -> out.writeInt32(1, 5)), "field 1 of a time series"),
                wrong("samples", series(out -> out.writeFixed64(2, 5)), "field 2 of a time series"),
                wrong(
                        "value as varint",
                        series(up, nested(2, out -> out.writeInt64(1, 5))),
                        "time series 1 (up{})"),
                wrong(
                        "time as double",
                        series(up, sample(1, 1), nested(2, out -> out.writeDouble(2, 5))),
                        "time series 1 (up{}), after sample 1"));
    }

    private static Stream<Arguments> wrongInLabels() {
        return Stream.of(
                wrong(
                        "name as number",
                        series(nested(1, out -> out.writeInt32(1, 1)), sample(1, 1)),
                        "label"),
                wrong(
                        "not UTF-8",
                        series(
                                nested(1, out -> out.writeByteArray(1, new byte[] {-1})),
                                sample(1, 1)),
                        "UTF-8"));
    }

    private static Stream<Arguments> wrongBytes() {
        return Stream.of(
                bytes("field 0", 0),
                bytes("group end", 76),
                bytes("length beyond the end", 10, 100, 1),
                bytes("negative length", 10, -1, -1, -1, -1, 15),
                bytes("number without end", 8, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1),
                bytes("text", 'h', 'e', 'l', 'l', 'o', ' ', 'y', 'o', 'u'));
    }

    private static Arguments bytes(String name, int... bytes) {
        WriteRequests.Part part =
                out -> {
                    for (int each : bytes) {
                        out.writeRawByte(each);
                    }
                };
        return wrong(name, part, "WriteRequest");
    }

    private static Arguments wrong(String name, WriteRequests.Part part, String words) {
        return Arguments.of(name, part, words);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void wrongProtobufIsNamed(String name, WriteRequests.Part part, String words) {
        var fault = fault(packed(message(part)));

        assertThat(fault.kind()).isEqualTo(Kind.MALFORMED);
        assertThat(fault.detail()).contains(words).doesNotContain("com.google");
    }

    static IntStream places() {
        return IntStream.range(0, RIGHT.length);
    }

    @ParameterizedTest
    @MethodSource("places")
    void aRequestThatIsCutOffAnywhereIsRefusedOrEndsBetweenFields(int length) {
        var cut = Arrays.copyOf(RIGHT, length);
        int firstField =
                message(
                                series(
                                        label("__name__", "up"),
                                        label("job", "a"),
                                        sample(1_000, 1),
                                        sample(2_000, 2)))
                        .length;
        if (length == 0 || length == firstField) {
            assertThat(accepts(packed(cut))).isTrue();
        } else {
            assertThat(fault(packed(cut)).detail()).contains("cut off");
        }
    }

    @Test
    void aBlockThatIsCutOffAnywhereIsRefused() {
        var packed = packed(RIGHT);
        for (int length = 0; length < packed.length; length++) {
            assertThat(fault(Arrays.copyOf(packed, length)).kind()).isEqualTo(Kind.MALFORMED);
        }
    }

    @Test
    void damagedBytesNeverDoMoreThanBeRefused() {
        var random = new Random(20_261_121);
        var packed = packed(RIGHT);
        for (int round = 0; round < 5_000; round++) {
            var damaged = (round % 2 == 0 ? packed : RIGHT).clone();
            for (int hits = random.nextInt(1, 4); hits > 0; hits--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            // Either outcome is right; any other exception fails the test.
            accepts(round % 2 == 0 ? damaged : packed(damaged));
        }
    }

    @Test
    void aBombIsRefusedBeforeItIsUnpacked() {
        var zeros = packed(new byte[MAX_PLAIN + 1]);

        assertThat(fault(zeros).kind()).isEqualTo(Kind.TOO_LARGE);
        assertThat(fault(zeros).detail()).contains("1048577", "1048576");
    }

    @Test
    void aBlockThatAnnouncesWhatItCanNotHoldTakesNoMemory() {
        var liar = new byte[] {-1, -1, -1, -1, 7, 0, 'a'};

        assertThat(fault(liar).kind()).isEqualTo(Kind.MALFORMED);
        assertThat(fault(liar).detail()).contains("can't hold");
    }

    @Test
    void plainTextEmptyAndFramedBodiesAreNamed() {
        assertThat(fault(new byte[0]).detail()).contains("empty");
        assertThat(fault(new byte[] {-1, -1, -1, -1, -1, -1}).detail())
                .contains("does not begin with a size");
        assertThat(fault(new byte[] {-1, 6, 0, 0, 's', 'N', 'a', 'P', 'p', 'Y', 0}).detail())
                .contains("framed");
        assertThat(fault("{\"not\": \"snappy\"}".getBytes(StandardCharsets.UTF_8)).kind())
                .isEqualTo(Kind.MALFORMED);
    }

    @Test
    void versionTwoIsNamed() {
        var fault =
                fault(
                        packed(
                                message(
                                        out -> out.writeString(4, ""),
                                        nested(5, out -> out.writeInt32(1, 1)))));

        assertThat(fault.kind()).isEqualTo(Kind.UNSUPPORTED);
        assertThat(fault.detail()).contains("remote write 2.0");
    }

    private static BodyFaultException fault(byte[] body) {
        return catchThrowableOfType(BodyFaultException.class, () -> read(body));
    }

    private static boolean accepts(byte[] body) {
        try {
            read(body);
            return true;
        } catch (BodyFaultException fault) {
            assertThat(fault.detail()).isNotBlank();
            return false;
        }
    }

    private static void read(byte[] body) throws BodyFaultException {
        var plain = BodyFormat.unpack(Packing.SNAPPY, body, MAX_PLAIN);
        new WriteRequestReader(plain, new SeriesNames(100)).read();
    }
}
