// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.cleaning;

import static dev.sextant.testing.TestTenants.ACME;
import static dev.sextant.testing.TestTenants.GLOBEX;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.sextant.identity.Role;
import dev.sextant.testing.PostgresProfile;
import dev.sextant.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CleaningResourceTest {
    private static final String STEPS =
            """
            {"steps": [{"type": "renameMetric", "from": "clean_before", "to": "clean_after"},
                       {"type": "drop", "metric": "clean_noise"}]}\
            """;

    @Inject TestTenants tenants;
    @Inject InstantSource clock;

    @AfterEach
    void nothingIsCleanedAnyMore() {
        put("{\"steps\": []}", etag()).statusCode(200);
    }

    @Test
    void whatIsSavedIsDoneToTheNextSamplesOfItsTenant() {
        put(STEPS, etag()).statusCode(200).body("steps", hasSize(2));
        var samples =
                "[{\"metric\": \"clean_before\", \"samples\": [[%d, 1]]}, {\"metric\": \"clean_noise\", \"samples\": [[%d, 1]]}]"
                        .formatted(clock.millis(), clock.millis());
        for (var tenant : new dev.sextant.tenant.TenantId[] {ACME, GLOBEX}) {
            tenants.as(tenant, Role.EDITOR)
                    .body(samples)
                    .post("/api/v1/samples")
                    .then()
                    .statusCode(204);
        }
        var found = tenants.as(ACME, Role.VIEWER);
        found.get("/api/v1/metrics/clean_after").then().statusCode(200);
        found.get("/api/v1/metrics/clean_before").then().statusCode(404);
        found.get("/api/v1/metrics/clean_noise").then().statusCode(404);
        tenants.as(GLOBEX, Role.VIEWER).get("/api/v1/metrics/clean_noise").then().statusCode(200);
    }

    @Test
    void whoChangesAnOldVersionIsTold() {
        var old = etag();
        put(STEPS, old).statusCode(200);
        put(STEPS, old).statusCode(412).body("code", equalTo("cleaning-changed"));
        tenants.as(ACME, Role.EDITOR).body(STEPS).put("/api/v1/cleaning").then().statusCode(428);
        tenants.as(ACME, Role.VIEWER).body(STEPS).put("/api/v1/cleaning").then().statusCode(403);
    }

    @Test
    void aWrongStepIsNamedAndNothingIsSaved() {
        put("{\"steps\": [{\"type\": \"paint\"}]}", etag())
                .statusCode(400)
                .body("detail", containsString("step 1: type \"paint\" is not known"));
        tenants.as(ACME, Role.VIEWER).get("/api/v1/cleaning").then().body("steps", hasSize(0));
    }

    @Test
    void stepsAreTriedWithoutBeingSaved() {
        var trial =
                """
                {"steps": [{"type": "drop", "metric": "noise"},
                           {"type": "relabel", "regex": "pod", "action": "labeldrop"},
                           {"type": "convertUnit", "metric": "took", "from": "ms", "to": "s"}],
                 "series": [{"metric": "noise"}, {"metric": "took", "labels": {"pod": "a"}},
                            {"metric": "took", "labels": {"pod": "b"}}]}\
                """;
        tenants.as(ACME, Role.EDITOR)
                .body(trial)
                .post("/api/v1/cleaning/try")
                .then()
                .statusCode(200)
                .body("dropped", equalTo(1))
                .body("changed", equalTo(2))
                .body("merged", equalTo(1))
                .body("items[0].droppedBy", equalTo(1))
                .body("items[1].metric", equalTo("took"))
                .body("items[1].example", equalTo(1.0f));
    }

    private ValidatableResponse put(String body, String etag) {
        return tenants.as(ACME, Role.EDITOR)
                .header("If-Match", etag)
                .body(body)
                .put("/api/v1/cleaning")
                .then();
    }

    private String etag() {
        return tenants.as(ACME, Role.VIEWER).get("/api/v1/cleaning").header("ETag");
    }

    @QuarkusTest
    @TestProfile(PostgresProfile.class)
    static class OnPostgres extends CleaningResourceTest {}
}
