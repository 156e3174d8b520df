// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.influx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sextant.ingest.BodyFaultException;
import dev.sextant.ingest.Payload;
import dev.sextant.telemetry.Series;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinesReaderTest {
    private static final long NOW = 1_700_000_000_000L;

    @Test
    void readsNumbersOfEveryKind() throws BodyFaultException {
        var payload =
                read(
                        """
                        # a comment, "with a quote
                        oven,room=kitchen temp=21.5,turns=3i,big=18446744073709551615u,on=t,off=FALSE,low=-1.5e-3 5

                        oven value=1
                        """);

        assertThat(texts(payload))
                .containsExactlyInAnyOrder(
                        "oven_temp{room=\"kitchen\"} 5=21.5",
                        "oven_turns{room=\"kitchen\"} 5=3.0",
                        "oven_big{room=\"kitchen\"} 5=1.8446744073709552E19",
                        "oven_on{room=\"kitchen\"} 5=1.0",
                        "oven_off{room=\"kitchen\"} 5=0.0",
                        "oven_low{room=\"kitchen\"} 5=-0.0015",
                        "oven{} 1700000000000=1.0");
        assertThat(payload.refusals().isEmpty()).isTrue();
    }

    @Test
    void gathersTheSamplesOfASeries() throws BodyFaultException {
        var payload = read("a v=1 1\na v=2 2\nb v=3 3\na v=4 4\r\n");

        assertThat(texts(payload)).containsExactly("a_v{} 1=1.0 2=2.0 4=4.0", "b_v{} 3=3.0");
    }

    @Test
    void takesTheMeaningFromEscapedCharactersAndPassesOverTexts() throws BodyFaultException {
        var payload =
                read(
                        "my\\ oven\\,1,a\\ tag=x\\=y\\,\\ z,path=C:\\x\\y v\\=1=2,say=\"a \\\"b\\\", c=1\n\\\\\",w=3 7");

        assertThat(texts(payload))
                .containsExactly(
                        "my_oven_1_v_1{a_tag=\"x=y, z\", path=\"C:\\\\x\\\\y\"} 7=2.0",
                        "my_oven_1_w{a_tag=\"x=y, z\", path=\"C:\\\\x\\\\y\"} 7=3.0");
        assertThat(payload.refusals().isEmpty()).isTrue();
    }

    @Test
    void addsTheDatabaseUnlessATagSaysIt() throws BodyFaultException {
        var body = "a v=1 1\na,db=mine v=2 2".getBytes(StandardCharsets.UTF_8);
        var payload =
                new LinesReader(body, Precision.MILLISECONDS, NOW).read(Map.of("db", "theirs"));

        assertThat(texts(payload))
                .containsExactly("a_v{db=\"theirs\"} 1=1.0", "a_v{db=\"mine\"} 2=2.0");
    }

    @ParameterizedTest
    @CsvSource({
        "'',1700000000123456789,1700000000123",
        "ns,-1,-1",
        "u,1700000000123456,1700000000123",
        "us,1999,1",
        "ms,12,12",
        "s,12,12000",
        "m,2,120000",
        "h,2,7200000"
    })
    void countsTimeAsTheRequestSays(String name, long time, long millis) {
        assertThat(Precision.of(name).orElseThrow().toMillis(time)).isEqualTo(millis);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "a~missing fields",
                "a 1~missing field value",
                "a v=~missing field value",
                "a v=1,~missing fields",
                "a v=one~invalid number",
                "a v=1d~invalid number",
                "a v=NaN~invalid number",
                "a v=1.5i~invalid number",
                "a v=i~invalid number",
                "a v=-1u~invalid number",
                "a v=9223372036854775808i~invalid number",
                "a v=1 now~bad timestamp",
                "a v=1 9223372036854775808~bad timestamp",
                "a v=1 1 1~bad timestamp",
                "a v=\"x~unbalanced quotes",
                "a v=\"x\"y~invalid field format",
                "a,b v=1~missing tag value",
                "a,b= v=1~missing tag value",
                "a,=c v=1~missing tag key",
                "a,b=c=d v=1~invalid tag format",
                "a,b=1,b=2 v=1~duplicate tag b",
                ",b=1 v=1~missing measurement"
            })
    void namesTheFaultOfALineAndKeepsTheOthers(String line, String fault)
            throws BodyFaultException {
        var payload = read("good v=1 1\n" + line + "\n");

        assertThat(payload.series()).hasSize(1);
        assertThat(payload.refusals().summary())
                .isEqualTo(
                        "1 malformed-point (line 2: unable to parse '%s': %s)"
                                .formatted(line, fault));
    }

    @Test
    void namesALineThatIsNotUtf8() throws BodyFaultException {
        var payload =
                new LinesReader(
                                new byte[] {'a', ' ', 'v', '=', '1', '\n', -1, '\n'},
                                Precision.MILLISECONDS,
                                NOW)
                        .read(Map.of());

        assertThat(payload.series()).hasSize(1);
        assertThat(payload.refusals().summary()).contains("line 2", "not UTF-8");
    }

    @Test
    void namesThatUnfoldAreRefused() {
        var flood = new StringBuilder();
        for (int at = 0; at < 400_000; at++) {
            flood.append(Integer.toString(at, 36)).append(" v=1\n");
        }
        var fault = catchThrowableOfType(BodyFaultException.class, () -> read(flood.toString()));

        assertThat(fault.kind()).isEqualTo(BodyFaultException.Kind.TOO_LARGE);
    }

    private static Payload read(String lines) throws BodyFaultException {
        return new LinesReader(lines.getBytes(StandardCharsets.UTF_8), Precision.MILLISECONDS, NOW)
                .read(Map.of());
    }

    private static String[] texts(Payload payload) {
        return payload.series().stream().map(LinesReaderTest::text).toArray(String[]::new);
    }

    private static String text(Series series) {
        var text = new StringBuilder(series.key().toString());
        for (int at = 0; at < series.length(); at++) {
            text.append(" %d=%s".formatted(series.times()[at], series.values()[at]));
        }
        return text.toString();
    }
}
