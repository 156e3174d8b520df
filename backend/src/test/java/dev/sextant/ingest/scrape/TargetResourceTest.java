// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.scrape;

import static dev.sextant.testing.TestTenants.ACME;
import static dev.sextant.testing.TestTenants.GLOBEX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import com.sun.net.httpserver.HttpServer;
import dev.sextant.identity.Role;
import dev.sextant.testing.Await;
import dev.sextant.testing.PostgresProfile;
import dev.sextant.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Only the tenant acme may scrape this machine: the tests' configuration says so.
@QuarkusTest
class TargetResourceTest {
    @Inject TestTenants tenants;

    private final AtomicReference<String> authorization = new AtomicReference<>();

    private HttpServer server;

    @QuarkusTest
    @TestProfile(PostgresProfile.class)
    static class OnPostgres extends TargetResourceTest {}

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/metrics",
                exchange -> {
                    authorization.set(exchange.getRequestHeaders().getFirst("Authorization"));
                    var page = "scraped_value{a=\"b\"} 42\n".getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, page.length);
                    exchange.getResponseBody().write(page);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aTargetIsScrapedUntilItIsDeleted() {
        var made =
                tenants.as(ACME, Role.EDITOR)
                        .body(spec("1s"))
                        .post("/api/v1/targets")
                        .then()
                        .statusCode(201)
                        .extract();
        String id = made.path("id");
        var path = "/api/v1/targets/" + id;
        Await.until(
                Duration.ofSeconds(30),
                "a scrape",
                () -> tenants.as(ACME, Role.VIEWER).get(path).path("state") != null);
        tenants.as(ACME, Role.VIEWER)
                .get(path)
                .then()
                .body("state.up", equalTo(true))
                .body("state.samples", equalTo(1))
                .body("state.problem", nullValue());
        tenants.as(ACME, Role.VIEWER).get("/api/v1/metrics/scraped_value").then().statusCode(200);
        tenants.as(GLOBEX, Role.VIEWER).get(path).then().statusCode(404);
        tenants.as(ACME, Role.EDITOR)
                .body(spec("1s"))
                .post("/api/v1/targets")
                .then()
                .statusCode(409)
                .body("code", equalTo("target-exists"));
        changesOnlyWhatWasRead(path, made.header("ETag"));
        tenants.as(ACME, Role.EDITOR).delete(path).then().statusCode(204);
        tenants.as(ACME, Role.EDITOR).delete(path).then().statusCode(404);
    }

    private void changesOnlyWhatWasRead(String path, String version) {
        tenants.as(ACME, Role.EDITOR).body(spec("2s")).put(path).then().statusCode(428);
        tenants.as(ACME, Role.EDITOR)
                .header("If-Match", version)
                .body(spec("2s"))
                .put(path)
                .then()
                .statusCode(200)
                .body("version", equalTo(2));
        tenants.as(ACME, Role.EDITOR)
                .header("If-Match", version)
                .body(spec("2s"))
                .put(path)
                .then()
                .statusCode(412);
    }

    @Test
    void aTrialShowsWhatWouldBeStored() {
        tenants.as(ACME, Role.EDITOR)
                .body(spec("1s"))
                .post("/api/v1/targets/try")
                .then()
                .statusCode(200)
                .body("samples", equalTo(1))
                .body("problem", nullValue())
                .body(
                        "series",
                        hasItem(
                                "scraped_value{a=\"b\", instance=\"127.0.0.1:%d\", job=\"trial\"} 42.0"
                                        .formatted(server.getAddress().getPort())));
    }

    @Test
    void aPageBehindAPasswordOrTokenIsScraped() {
        var secret = "/api/v1/secrets/page";
        tenants.as(ACME, Role.ADMIN)
                .body("{\"value\": \"open sesame\", \"hosts\": [\"127.0.0.1\"]}")
                .put(secret)
                .then()
                .statusCode(200);
        tried("\"secret\": \"page\"").body("problem", nullValue());
        assertThat(authorization).hasValue("Bearer open sesame");
        tried("\"secret\": \"page\", \"user\": \"ali\"").body("samples", equalTo(1));
        assertThat(authorization).hasValue("Basic YWxpOm9wZW4gc2VzYW1l");
        tried("\"secret\": \"nosuch\"").body("problem", containsString("no secret nosuch"));
        tenants.as(ACME, Role.ADMIN).delete(secret).then().statusCode(204);
    }

    private ValidatableResponse tried(String fields) {
        return tenants.as(ACME, Role.EDITOR)
                .body(spec("1s").replace("{", "{" + fields + ", "))
                .post("/api/v1/targets/try")
                .then()
                .statusCode(200);
    }

    @Test
    void otherTenantsDoNotReachThisMachine() {
        tenants.as(GLOBEX, Role.EDITOR)
                .body(spec("1s"))
                .post("/api/v1/targets/try")
                .then()
                .statusCode(200)
                .body("samples", equalTo(0))
                .body("problem", containsString("private address 127.0.0.1"));
    }

    @Test
    void whatIsWrongIsNamed() {
        tenants.as(ACME, Role.EDITOR)
                .body("{\"name\": \"a\", \"url\": \"ftp://a\"}")
                .post("/api/v1/targets")
                .then()
                .statusCode(400)
                .body("detail", containsString("the url must look like"));
    }

    private String spec(String interval) {
        return "{\"name\": \"trial\", \"url\": \"http://127.0.0.1:%d/metrics\", \"interval\": \"%s\"}"
                .formatted(server.getAddress().getPort(), interval);
    }
}
