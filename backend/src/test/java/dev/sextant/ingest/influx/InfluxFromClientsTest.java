// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.influx;

import static dev.sextant.testing.TestTenants.ACME;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.influxdb.client.InfluxDBClient;
import com.influxdb.client.InfluxDBClientFactory;
import com.influxdb.client.domain.WritePrecision;
import com.influxdb.client.write.Point;
import com.influxdb.exceptions.InfluxException;
import dev.sextant.identity.Role;
import dev.sextant.store.Selection;
import dev.sextant.store.SeriesReader;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.TimeRange;
import dev.sextant.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.influxdb.InfluxDB;
import org.influxdb.InfluxDBException;
import org.influxdb.InfluxDBFactory;
import org.junit.jupiter.api.Test;

/// InfluxData's own clients for version 1 and version 2 send.
@QuarkusTest
class InfluxFromClientsTest {
    @Inject TestTenants tenants;
    @Inject SeriesReader reader;
    @Inject InstantSource clock;

    @Test
    void whatTheClientOfVersion2WritesIsStored() {
        long now = clock.millis();
        try (var client = version2()) {
            client.enableGzip();
            client.getWriteApiBlocking()
                    .writePoint(
                            Point.measurement("two oven")
                                    .addTag("room", "kitchen, east=1")
                                    .addField("temp", 21.5)
                                    .addField("turns", 3L)
                                    .addField("on", true)
                                    .addField("note", "says \"hi\", and = \\")
                                    .time(now * 1_000_000 + 5, WritePrecision.NS));
            client.getWriteApiBlocking().writeRecord(WritePrecision.S, "two value=7 " + now / 1000);
        }

        var labels = Labels.of(Map.of("room", "kitchen, east=1", "bucket", "garage"));
        assertThat(only("two_oven_temp").key().labels()).isEqualTo(labels);
        assertThat(only("two_oven_temp").times()).containsExactly(now);
        assertThat(only("two_oven_temp").values()).containsExactly(21.5);
        assertThat(only("two_oven_turns").values()).containsExactly(3);
        assertThat(only("two_oven_on").values()).containsExactly(1);
        assertThat(stored("two_oven_note")).isEmpty();
        assertThat(only("two").times()).containsExactly(now / 1000 * 1000);
    }

    @Test
    void theClientOfVersion2IsToldWhichLineIsWrong() {
        try (var client = version2()) {
            var api = client.getWriteApiBlocking();
            var lines = List.of("two_good v=1 " + clock.millis(), "two_bad v=one");
            assertThatThrownBy(() -> api.writeRecords(WritePrecision.MS, lines))
                    .isInstanceOfSatisfying(
                            InfluxException.class,
                            wrong -> {
                                assertThat(wrong.status()).isEqualTo(400);
                                assertThat(wrong.getMessage())
                                        .contains("partial write", "line 2", "invalid number");
                            });
        }
        assertThat(stored("two_good_v")).hasSize(1);
        try (var stranger =
                InfluxDBClientFactory.create(address(), "wrong".toCharArray(), "a", "b")) {
            var api = stranger.getWriteApiBlocking();
            assertThatThrownBy(() -> api.writeRecord(WritePrecision.MS, "a v=1"))
                    .isInstanceOfSatisfying(
                            InfluxException.class,
                            wrong -> assertThat(wrong.status()).isEqualTo(401));
        }
    }

    @Test
    void whatTheClientOfVersion1WritesIsStored() {
        long now = clock.millis();
        try (var client = version1()) {
            client.enableGzip();
            client.write(
                    org.influxdb.dto.Point.measurement("one_oven")
                            .tag("room", "kitchen east")
                            .addField("temp", 21.5)
                            .addField("note", "text")
                            .time(now, TimeUnit.MILLISECONDS)
                            .build());
            assertThatThrownBy(() -> client.write("one_bad,room v=1"))
                    .isInstanceOf(InfluxDBException.class)
                    .hasMessageContaining("missing tag value");
        }

        assertThat(only("one_oven_temp").key().labels())
                .isEqualTo(Labels.of(Map.of("room", "kitchen east", "db", "garage")));
        assertThat(only("one_oven_temp").times()).containsExactly(now);
        assertThat(only("one_oven_temp").values()).containsExactly(21.5);
    }

    @Test
    void faultsAreToldInTheWordsOfEachVersion() {
        as().body("a v=1")
                .post("/write?db=x&precision=d")
                .then()
                .statusCode(400)
                .contentType("application/json")
                .body("error", containsString("precision \"d\" is not known"));
        as().contentType("application/json")
                .body("{}")
                .post("/api/v2/write?bucket=b")
                .then()
                .statusCode(415)
                .body("code", equalTo("invalid"))
                .body("message", containsString("text/plain"));
        as().header("Content-Encoding", "gzip")
                .body("a v=1")
                .post("/api/v2/write")
                .then()
                .statusCode(400)
                .body("message", containsString("not gzip"));
        as().body("late v=1 1")
                .post("/write?db=x&precision=s")
                .then()
                .statusCode(400)
                .body("error", containsString("too-old"));
    }

    private RequestSpecification as() {
        return given().header("Authorization", "Token " + tenants.token(ACME, Role.EDITOR))
                .contentType("text/plain");
    }

    private InfluxDBClient version2() {
        var token = tenants.token(ACME, Role.EDITOR).toCharArray();
        return InfluxDBClientFactory.create(address(), token, "anything", "garage");
    }

    private InfluxDB version1() {
        return InfluxDBFactory.connect(address(), "anybody", tenants.token(ACME, Role.EDITOR))
                .setDatabase("garage");
    }

    private static String address() {
        return "http://127.0.0.1:" + RestAssured.port;
    }

    private Series only(String metric) {
        var found = stored(metric);
        assertThat(found).as(metric).hasSize(1);
        return found.getFirst();
    }

    private List<Series> stored(String metric) {
        var range = TimeRange.last(Duration.ofHours(1), clock.instant().plusSeconds(60));
        return reader.read(ACME, new Selection(metric, List.of(), range), 1_000);
    }
}
