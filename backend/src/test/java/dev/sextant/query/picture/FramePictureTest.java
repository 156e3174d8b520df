// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.telemetry.Frame;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/// Whatever the answer, the picture is sound XML, small, and shows what it should.
class FramePictureTest {
    private static final int MOST = 60_000;

    @Test
    void aRowHasItsBandAndItsOddPoints() throws Exception {
        var row = series("a", 20_000, i -> Math.sin(i / 500.0));
        var frame =
                new Frame(
                        List.of(row),
                        Map.of(
                                "lower", new Frame(List.of(series("a", 20_000, _ -> -2))),
                                "upper", new Frame(List.of(series("a", 20_000, _ -> 2))),
                                "score",
                                        new Frame(
                                                List.of(
                                                        series(
                                                                "a",
                                                                20_000,
                                                                i -> i > 19_900 ? 1 : 0)))),
                        Map.of());

        var picture = drawn(frame);

        assertThat(count(picture, "path")).isGreaterThan(2);
        assertThat(count(picture, "circle")).isBetween(1, 10);
    }

    @Test
    void joinedMomentsAreUprightLinesAndPartsStandBelow() throws Exception {
        var row = series("a", 500, i -> i);
        var plain = drawn(new Frame(List.of(row)));
        var moments = new Frame(List.of(series("a", 3, i -> i)));
        var joined = drawn(new Frame(List.of(row), Map.of("changes", moments), Map.of()));
        var parts =
                drawn(new Frame(List.of(row), Map.of("trend", new Frame(List.of(row))), Map.of()));

        assertThat(count(joined, "path")).isEqualTo(count(plain, "path") + 3);
        assertThat(Integer.parseInt(parts.getDocumentElement().getAttribute("height")))
                .isGreaterThan(Integer.parseInt(plain.getDocumentElement().getAttribute("height")));
    }

    @Test
    void singleNumbersAreBars() throws Exception {
        var rows = IntStream.range(0, 15).mapToObj(i -> series("row" + i, 1, _ -> i)).toList();
        var said = Map.of(Labels.of("name", "row14"), "because <of> \"it\" & more\u0007");

        var picture = drawn(new Frame(rows, Map.of(), said));

        assertThat(count(picture, "rect")).isEqualTo(13);
        assertThat(picture.getDocumentElement().getTextContent()).contains("and 3 more");
    }

    @Test
    void textsCannotLeaveTheirPlace() throws Exception {
        var hostile = "</text><script>alert(1)</script>\uD800";
        var picture = drawn(new Frame(List.of(series(hostile, 10, i -> i))));

        assertThat(count(picture, "script")).isZero();
    }

    @Test
    void anyNumbersAreStood() throws Exception {
        for (int length : List.of(0, 1, 2, 3, 900)) {
            for (IntToDoubleFunction curve :
                    List.<IntToDoubleFunction>of(
                            _ -> 5,
                            _ -> Double.NaN,
                            i -> i % 2 == 0 ? Double.POSITIVE_INFINITY : 1,
                            i -> i % 3 == 0 ? Double.MAX_VALUE : -Double.MAX_VALUE,
                            i -> i * Double.MIN_VALUE)) {
                var row = series("a", length, curve);
                var sides =
                        Map.of("lower", new Frame(List.of(row)), "upper", new Frame(List.of(row)));

                var text = FramePicture.of(new Frame(List.of(row), sides, Map.of()));

                assertThat(text).doesNotContain("NaN").doesNotContain("Infinity");
                assertThat(text.length()).isLessThan(MOST);
            }
        }
        assertThat(FramePicture.of(new Frame(List.of()))).contains("nothing was found");
    }

    private static Document drawn(Frame frame) throws Exception {
        var text = FramePicture.of(frame);
        assertThat(text.length()).isLessThan(MOST);
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(bytes));
    }

    private static int count(Document picture, String element) {
        return picture.getElementsByTagName(element).getLength();
    }

    private static Series series(String name, int length, IntToDoubleFunction curve) {
        var times = new long[length];
        Arrays.setAll(times, i -> 1_772_409_600_000L + 60_000L * i);
        var values = new double[length];
        Arrays.setAll(values, curve);
        return new Series(new SeriesKey("m", Labels.of("name", name)), times, values);
    }
}
