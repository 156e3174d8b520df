// SPDX-License-Identifier: Apache-2.0
package dev.sextant.catalog.quality;

import static dev.sextant.testing.TestTenants.ACME;
import static dev.sextant.testing.TestTenants.GLOBEX;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.sextant.identity.Role;
import dev.sextant.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class QualityResourceTest {
    // The store of the tests outlives a run of them.
    private static final String LOAD = "quality.load." + ProcessHandle.current().pid();
    private static final String METRIC = "/api/v1/metrics/" + LOAD;
    private static final String NOTED = "/api/v1/metrics/quality.noted";
    private static final long STEP = 15_000;

    @Inject TestTenants tenants;
    @Inject CountKeeper counts;

    @Test
    void tellsGapsSilenceGrowthAndWhatIsNotSaid() {
        long now = System.currentTimeMillis();
        send(LOAD, "whole", LongStream.range(0, 20).map(at -> now - at * STEP));
        send(
                LOAD,
                "gapped",
                LongStream.range(0, 20).filter(at -> at < 5 || at > 8).map(at -> now - at * STEP));
        send(LOAD, "silent", LongStream.range(60, 80).map(at -> now - at * STEP));

        tenants.as(ACME, Role.VIEWER)
                .get(METRIC + "/quality")
                .then()
                .statusCode(200)
                .body("series", equalTo(3))
                .body("silent", equalTo(1))
                .body("silentAfter", equalTo("5m"))
                .body("gaps.looked", equalTo(3))
                .body("gaps.series", equalTo(1))
                .body("gaps.missing", equalTo(4))
                .body("gaps.interval", equalTo("15s"))
                .body("growth", nullValue())
                .body("unitMissing", equalTo(true));

        counts.count(ACME, Instant.now().minus(Duration.ofHours(30)));
        send(LOAD, "new", LongStream.of(now));
        tenants.as(ACME, Role.VIEWER)
                .get(METRIC + "/quality")
                .then()
                .body("growth.before", equalTo(3))
                .body("growth.now", equalTo(4));
        tenants.as(GLOBEX, Role.VIEWER).get(METRIC + "/quality").then().statusCode(404);
    }

    @Test
    void ownersAndTagsAreKeptAndFound() {
        send("quality.noted", "a", LongStream.of(System.currentTimeMillis()));
        var note = "{\"owners\": [\"zoe-quality\"], \"tags\": [\"tier:core\"]}";
        tenants.as(ACME, Role.VIEWER).body(note).put(NOTED + "/note").then().statusCode(403);
        tenants.as(ACME, Role.EDITOR)
                .body(note)
                .put(NOTED + "/note")
                .then()
                .statusCode(200)
                .body("owners", contains("zoe-quality"))
                .body("tags", contains("tier:core"));
        tenants.as(ACME, Role.VIEWER)
                .get("/api/v1/metrics?search=zoe")
                .then()
                .body("items.name", contains("quality.noted"));
        tenants.as(ACME, Role.EDITOR)
                .body("{\"owners\": []}")
                .put(NOTED + "/note")
                .then()
                .statusCode(400)
                .body("detail", containsString("owners"));
        tenants.as(ACME, Role.EDITOR)
                .body(note)
                .put("/api/v1/metrics/no.such/note")
                .then()
                .statusCode(404);
    }

    private void send(String metric, String host, LongStream times) {
        var samples =
                times.sorted().mapToObj("[%d, 1]"::formatted).collect(Collectors.joining(","));
        tenants.as(ACME, Role.EDITOR)
                .body(
                        "[{\"metric\": \"%s\", \"labels\": {\"host\": \"%s\"}, \"samples\": [%s]}]"
                                .formatted(metric, host, samples))
                .post("/api/v1/samples")
                .then()
                .statusCode(204);
    }
}
