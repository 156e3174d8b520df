// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.scrape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.ingest.scrape.ScrapedPage.Line;
import dev.sextant.telemetry.MetricMetadata;
import dev.sextant.telemetry.MetricMetadata.Type;
import dev.sextant.telemetry.Series;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageReaderTest {
    @Test
    void readsPrometheusText() throws ScrapeFailedException {
        var page =
                read(
                        """
                        # HELP calls_total Calls,\\nall of them.
                        # TYPE calls_total counter
                        calls_total{path="/a } b",quote="say \\"hi\\"\\\\"} 3
                          calls_total { path = "/b" , } 1.5e3 1700000000000
                        # just words
                        temp NaN
                        temp_max +Inf
                        """,
                        false);
        assertThat(page.metadata())
                .containsExactly(
                        new MetricMetadata("calls_total", Type.COUNTER, "", "Calls, all of them."));
        assertThat(page.lines())
                .containsExactly(
                        new Line(
                                3,
                                "calls_total{path=\"/a } b\",quote=\"say \\\"hi\\\"\\\\\"}",
                                3,
                                ScrapedPage.NO_TIME),
                        new Line(4, "calls_total { path = \"/b\" , }", 1500, 1_700_000_000_000L),
                        new Line(6, "temp", Double.NaN, ScrapedPage.NO_TIME),
                        new Line(7, "temp_max", Double.POSITIVE_INFINITY, ScrapedPage.NO_TIME));
        assertThat(SeriesText.read(3, page.lines().getFirst().series()).toString())
                .isEqualTo("calls_total{path=\"/a } b\", quote=\"say \\\"hi\\\"\\\\\"}");
        assertThat(SeriesText.read(4, page.lines().get(1).series()).toString())
                .isEqualTo("calls_total{path=\"/b\"}");
    }

    @Test
    void readsOpenMetrics() throws ScrapeFailedException {
        var page =
                read(
                        """
                        # TYPE took_seconds histogram
                        # UNIT took_seconds seconds
                        # HELP took_seconds Time.
                        took_seconds_bucket{le="1.0"} 2 # {trace="a b"} 0.5 1.5
                        took_seconds_sum 1.25 1700000000.5
                        # TYPE calls counter
                        calls_total 4
                        # EOF
                        """,
                        true);
        assertThat(page.metadata())
                .containsExactly(
                        new MetricMetadata("took_seconds", Type.HISTOGRAM, "s", "Time."),
                        new MetricMetadata("calls_total", Type.COUNTER, "", ""));
        assertThat(page.lines())
                .containsExactly(
                        new Line(4, "took_seconds_bucket{le=\"1.0\"}", 2, ScrapedPage.NO_TIME),
                        new Line(5, "took_seconds_sum", 1.25, 1_700_000_000_500L),
                        new Line(7, "calls_total", 4, ScrapedPage.NO_TIME));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "up~line 2: a value is missing",
                "up{a=\"b} 1~line 2: the labels do not end",
                "up{a=b} 1~line 2: the value of label a has no quotes",
                "up{a=\"b\" c=\"d\"} 1~line 2: a comma is missing behind label a",
                "up{a=\"b\",a=\"c\"} 1~line 2: label a is there twice",
                "up{1a=\"b\"} 1~line 2: \"1a\" is not a label name",
                "up{a} 1~line 2: \"\" is not a label name",
                "1up 1~line 2: \"1up\" is not a metric name",
                "up 1d~line 2: \"1d\" is no number",
                "up one~line 2: \"one\" is no number",
                "up 1 2 3~line 2: more follows than value and time",
                "up 1 1.5~line 2: \"1.5\" is no time in milliseconds",
                "<html>~line 2: a value is missing"
            })
    void namesTheLineOfAFault(String line, String message) {
        assertThatThrownBy(
                        () -> {
                            var page = read("ok 1\n" + line + "\n", false);
                            for (var one : page.lines()) {
                                SeriesText.read(one.number(), one.series());
                            }
                        })
                .isInstanceOf(ScrapeFailedException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aPageCutOffOrTooLongIsRefused() {
        assertThatThrownBy(() -> read("a 1\n", true)).hasMessageContaining("without # EOF");
        assertThatThrownBy(() -> read("# EOF\na 1\n", true)).hasMessageContaining("nothing may");
        assertThatThrownBy(() -> PageReader.read("a 1\nb 1\n", false, 1))
                .hasMessageContaining("more than 1 samples");
    }

    @Test
    void seriesThatAreGoneEnd() throws ScrapeFailedException {
        var target =
                Target.of(
                        "t",
                        1,
                        new TargetSpec(
                                "node",
                                "http://a:1/",
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null));
        var labels = new SeriesLabels(target);
        var last = new LastSeries();
        var marks = new ArrayList<Series>();
        assertThat(last.advance(labels.series(read("a 1\nb{job=\"x\"} 2\n", false), 1), 1, marks))
                .isEqualTo(2);
        assertThat(marks).isEmpty();
        last.advance(labels.series(read("a 1\n", false), 2), 2, marks);
        assertThat(marks).hasSize(1);
        assertThat(marks.getFirst().key().toString())
                .isEqualTo("b{exported_job=\"x\", instance=\"a:1\", job=\"node\"}");
        assertThat(Double.doubleToRawLongBits(marks.getFirst().values()[0]))
                .isEqualTo(0x7ff0000000000002L);
        assertThat(List.of(marks.getFirst().times()[0])).containsExactly(2L);
    }

    private static ScrapedPage read(String page, boolean isOpenMetrics)
            throws ScrapeFailedException {
        return PageReader.read(page, isOpenMetrics, 1_000);
    }
}
