// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest;

import static dev.sextant.testing.TestTenants.ACME;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.sextant.catalog.Catalog;
import dev.sextant.identity.Role;
import dev.sextant.store.SampleAppender;
import dev.sextant.testing.TestTenants;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Requests that are refused as a whole though nothing is wrong with them.
@QuarkusTest
class IntakeRefusalsTest {
    private static final int BURST = 60;

    @Inject TestTenants tenants;
    @Inject InstantSource clock;
    @Inject SampleIntake intake;
    @Inject SampleAppender appender;
    @Inject Catalog catalog;
    @Inject IngestMeters meters;

    @Test
    void asksToSendAgainWhileTheCleaningCanNotBeRead() {
        install(
                (_, _) -> {
                    throw new IntakeUnavailableException("away as planned", new IOException());
                },
                Map.of());

        send(1).statusCode(503)
                .header("Retry-After", "5")
                .body("code", equalTo("intake-unavailable"))
                .body("detail", equalTo("away as planned"));
    }

    @Test
    void asksToSendSlower() {
        install((_, payload) -> payload, Map.of("sextant.ingest.limits.samples-per-second", "1"));

        send(BURST + 20).statusCode(204);
        var wait = send(1).statusCode(429).body("code", equalTo("rate-exceeded"));
        assertThat(Integer.parseInt(wait.extract().header("Retry-After"))).isBetween(1, 20);
        wait.body("detail", containsString("sextant.ingest.limits.samples-per-second"));
    }

    @Test
    void countsWhatTheCleaningDrops() {
        install((_, payload) -> new Payload(List.of(), List.of(), payload.refusals()), Map.of());

        double before = dropped();
        send(3).statusCode(204);

        assertThat(dropped()).isEqualTo(before + 3);
    }

    private static double dropped() {
        return given().get("/q/metrics")
                .then()
                .extract()
                .asString()
                .lines()
                .filter(line -> line.startsWith("sextant_ingest_dropped_total"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private void install(Cleaning cleaning, Map<String, String> settings) {
        var admissions = new Admissions(TestIngestConfig.of(settings));
        QuarkusMock.installMockForInstance(
                new SampleIntake(cleaning, admissions, appender, catalog, meters), intake);
    }

    private ValidatableResponse send(int samples) {
        var pairs = new StringBuilder();
        for (int at = 0; at < samples; at++) {
            pairs.append(at == 0 ? "" : ",").append("[%d, 1]".formatted(clock.millis() - at));
        }
        return given().header("Authorization", "Bearer " + tenants.token(ACME, Role.EDITOR))
                .contentType("application/json")
                .body("[{\"metric\": \"intake_refused\", \"samples\": [%s]}]".formatted(pairs))
                .post("/api/v1/samples")
                .then();
    }
}
