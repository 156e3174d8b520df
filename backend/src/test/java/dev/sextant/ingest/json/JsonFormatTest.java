// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sextant.ingest.BodyFaultException;
import dev.sextant.ingest.Payload;
import dev.sextant.ingest.RequestHead;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.MetricMetadata;
import dev.sextant.telemetry.MetricMetadata.Type;
import dev.sextant.telemetry.SeriesKey;
import dev.sextant.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonFormatTest {
    private static final TenantId TENANT = new TenantId("main");

    private final JsonFormat format = new JsonFormat();

    @Test
    void readsSeries() throws BodyFaultException {
        var payload =
                read(
                        """
                        [{"metric": "shop.orders", "labels": {"shop": "a"}, "samples": [[1000, 1.5], [2000, "NaN"]],
                          "unit": "{order}", "description": "Orders.", "type": "counter"},
                         {"metric": "empty", "samples": []}]
                        """);

        assertThat(payload.series()).hasSize(1);
        var series = payload.series().getFirst();
        assertThat(series.key()).isEqualTo(new SeriesKey("shop.orders", Labels.of("shop", "a")));
        assertThat(series.times()).containsExactly(1000, 2000);
        assertThat(series.values()).containsExactly(1.5, Double.NaN);
        assertThat(payload.metadata())
                .containsExactly(
                        new MetricMetadata("shop.orders", Type.COUNTER, "{order}", "Orders."));
    }

    @Test
    void refusesASeriesWithoutAMetricAndKeepsTheRest() throws BodyFaultException {
        var payload =
                read("[{\"samples\": [[1, 1]]}, {\"metric\": \"up\", \"samples\": [[1, 1]]}]");

        assertThat(payload.series()).hasSize(1);
        assertThat(payload.refusals().counts().values()).containsExactly(1L);
        assertThat(payload.refusals().summary()).contains("series 1 of the list has no metric");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {}                                              | a list of series was expected
                    [1]                                             | series 1: a series object was expected
                    [{"metric": 5}]                                 | metric must be a text
                    [{"metric": "up", "labels": []}]                | series 1 (up): an object of labels was expected
                    [{"metric": "up", "labels": {"a": 1}}]          | labels.a must be a text
                    [{"metric": "up", "samples": [1]}]              | a pair [time, value] was expected
                    [{"metric": "up", "samples": [["x", 1]]}]       | a time in epoch milliseconds was expected
                    [{"metric": "up", "samples": [[1.5, 1]]}]       | a time in epoch milliseconds was expected
                    [{"metric": "up", "samples": [[99999999999999999999, 1]]}] | too large
                    [{"metric": "up", "samples": [[1, "x"]]}]       | a value is a number
                    [{"metric": "up", "samples": [[1, 2, 3]]}]      | the end of the pair was expected
                    [{"metric": "up", "type": "thing"}]             | type "thing" is not known
                    [{"name": "up"}]                                | field "name" is not known
                    [{"metric": "up"                                | not valid JSON at line 1
                    []]                                             | JSON
                    [] []                                           | nothing may follow
                    hello                                           | not valid JSON
                    """)
    void namesTheFault(String body, String words) {
        var fault = catchThrowableOfType(BodyFaultException.class, () -> read(body));

        assertThat(fault.detail()).contains(words);
    }

    @Test
    void namesAnotherContentType() {
        var fault =
                catchThrowableOfType(
                        BodyFaultException.class,
                        () -> format.check(RequestHead.of("/api/v1/samples", "text/csv")));

        assertThat(fault.kind()).isEqualTo(BodyFaultException.Kind.UNSUPPORTED);
        assertThat(Map.of("detail", fault.detail()).toString()).contains("text/csv");
    }

    private Payload read(String body) throws BodyFaultException {
        return format.decode(
                TENANT,
                RequestHead.of("/api/v1/samples", "application/json"),
                body.getBytes(StandardCharsets.UTF_8));
    }
}
