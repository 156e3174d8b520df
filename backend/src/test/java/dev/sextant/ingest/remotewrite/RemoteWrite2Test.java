// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.remotewrite;

import static dev.sextant.ingest.remotewrite.WriteRequests.label;
import static dev.sextant.ingest.remotewrite.WriteRequests.message;
import static dev.sextant.ingest.remotewrite.WriteRequests.nested;
import static dev.sextant.ingest.remotewrite.WriteRequests.packed;
import static dev.sextant.ingest.remotewrite.WriteRequests.sample;
import static dev.sextant.ingest.remotewrite.WriteRequests.series;
import static dev.sextant.testing.TestTenants.ACME;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.sextant.identity.Role;
import dev.sextant.ingest.BodyFaultException;
import dev.sextant.ingest.remotewrite.WriteRequests.Part;
import dev.sextant.telemetry.MetricMetadata;
import dev.sextant.telemetry.MetricMetadata.Type;
import dev.sextant.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RemoteWrite2Test {
    private static final String WRITTEN = "X-Prometheus-Remote-Write-Samples-Written";
    private static final Map<String, String> UP = Map.of("__name__", "two_up", "job", "a");

    @Inject TestTenants tenants;
    @Inject InstantSource clock;

    @Test
    void storesAndSaysHowMuch() {
        long now = clock.millis();
        var body = new Requests2().series(UP, sample(now - 1, 1), sample(now, 2)).build();

        write(Requests2.TYPE, body)
                .statusCode(204)
                .header(WRITTEN, "2")
                .header("X-Prometheus-Remote-Write-Histograms-Written", "0")
                .header("X-Prometheus-Remote-Write-Exemplars-Written", "0");
        tenants.as(ACME, Role.VIEWER)
                .get("/api/v1/metrics/two_up")
                .then()
                .body("series", equalTo(1))
                .body("labels.name", equalTo(List.of("job")));
    }

    @Test
    void saysHowMuchOfABatchItRefused() {
        var body =
                new Requests2()
                        .series(UP, sample(clock.millis(), 1))
                        .series(Map.of("__name__", "two_old"), sample(1, 1))
                        .series(Map.of("__name__", "two_native"), nested(3))
                        .build();

        write(Requests2.TYPE, body)
                .statusCode(400)
                .header(WRITTEN, "1")
                .body("detail", containsString("too-old"))
                .body("detail", containsString("native-histogram"));
    }

    @Test
    void readsTheVersionThatTheContentTypeNames() {
        var one = message(series(label("__name__", "two_one"), sample(clock.millis(), 1)));
        write("application/x-protobuf;proto=prometheus.WriteRequest", one)
                .statusCode(204)
                .header(WRITTEN, nullValue());
        write("application/x-protobuf;proto=io.prometheus.write.v3.Request", one)
                .statusCode(415)
                .body("detail", containsString("io.prometheus.write.v3.request"));
        write("application/x-protobuf", new Requests2().series(UP, sample(1, 1)).build())
                .statusCode(415)
                .body("detail", containsString("Content-Type says 1.0"));
    }

    @Test
    void readsWhatMetricsMean() throws BodyFaultException {
        var requests = new Requests2();
        var about = requests.metadata(3, "Time it took.", "seconds");
        var body =
                requests.series(
                                Map.of("__name__", "took_seconds_bucket", "le", "+Inf"),
                                sample(1, 1),
                                about)
                        .series(Map.of("__name__", "took_seconds_sum"), sample(1, 1), about)
                        .build();

        assertThat(new Request2Reader(body).read().metadata())
                .containsExactly(
                        new MetricMetadata("took_seconds", Type.HISTOGRAM, "s", "Time it took."));
    }

    @Test
    void namesWhatIsWrong() {
        assertThat(fault(message(symbols("x")))).contains("first symbol is not the empty one");
        assertThat(fault(message(symbols("", "a"), refs(1)))).contains("a name but no value");
        assertThat(fault(message(symbols("", "a"), refs(1, 2))))
                .contains("symbol 2 is named but there are 2", "time series 1");
        assertThat(fault(message(symbols(""), refs(0, -1)))).contains("symbol 4294967295");
        assertThat(fault(message(out -> out.writeInt32(5, 1)))).contains("field 5");
        assertThat(fault(message(out -> out.writeInt32(4, 1)))).contains("field 4");
        assertThat(fault(message(nested(5, out -> out.writeInt32(2, 1))))).contains("field 2");
        var right = new Requests2().series(UP, sample(1, 1)).build();
        assertThat(fault(Arrays.copyOf(right, right.length - 3))).contains("cut off");
    }

    @Test
    void aTableOfSymbolsCanNotFillTheMemory() {
        var flood = new byte[2 * 1_000_001];
        for (int at = 0; at < flood.length; at += 2) {
            flood[at] = 4 << 3 | 2;
        }

        assertThat(fault(flood)).contains("more than 1,000,000 symbols");
    }

    private static Part symbols(String... symbols) {
        return out -> {
            for (var symbol : symbols) {
                out.writeString(4, symbol);
            }
        };
    }

    private static Part refs(Integer... refs) {
        return nested(5, Requests2.refs(List.of(refs)), sample(1, 1));
    }

    private static String fault(byte[] body) {
        return catchThrowableOfType(BodyFaultException.class, () -> new Request2Reader(body).read())
                .detail();
    }

    private ValidatableResponse write(String type, byte[] request) {
        return given().header("Authorization", "Bearer " + tenants.token(ACME, Role.EDITOR))
                .header("X-Prometheus-Remote-Write-Version", "2.0.0")
                .header("Content-Encoding", "snappy")
                .contentType(type)
                .body(packed(request))
                .post("/api/v1/write")
                .then();
    }
}
