// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.source;

import static dev.sextant.testing.TestTenants.ACME;
import static dev.sextant.testing.TestTenants.GLOBEX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sextant.identity.Role;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Sources by REST, in front of a server that behaves as each test wants. Only the tenant acme may call this machine: the
/// tests' configuration says so.
@QuarkusTest
class SourceResourceTest {
    private static final String PATH = "/api/v1/sources";

    @Inject TestTenants tenants;

    private final AtomicReference<String> authorization = new AtomicReference<>();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile int status = 200;
    private HttpServer server;

    @QuarkusTest
    @TestProfile(PostgresProfile.class)
    static class OnPostgres extends SourceResourceTest {}

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        authorization.set(exchange.getRequestHeaders().getFirst("Authorization"));
        long now = System.currentTimeMillis() / 1_000;
        var data =
                switch (exchange.getRequestURI().getPath()) {
                    case "/api/v1/label/__name__/values" -> "[\"up\"]";
                    case "/api/v1/series" -> "[{\"__name__\":\"up\",\"job\":\"a\"}]";
                    default ->
                            "{\"resultType\":\"matrix\",\"result\":[{\"metric\":{\"__name__\":\"up\",\"job\":\"a\"},\"values\":[[%d.5,\"42\"]]}]}"
                                    .formatted(now - 5);
                };
        var body =
                ("{\"status\":\"success\",\"data\":" + data + "}").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Location", "http://169.254.169.254/");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        for (String name :
                tenants.as(ACME, Role.EDITOR).get(PATH).<List<String>>path("items.source.name")) {
            tenants.as(ACME, Role.EDITOR).delete(PATH + "/" + name);
        }
        tenants.as(ACME, Role.ADMIN).delete("/api/v1/secrets/prom");
    }

    @Test
    void aSourceIsReadLikeTheOwnStoreUntilItIsDeleted() {
        var made = post(spec("prod")).statusCode(201).body("health.state", equalTo("unknown"));
        String etag = made.extract().header("ETag");
        post(spec("prod")).statusCode(409).body("code", equalTo("source-exists"));

        query("prod/up").statusCode(200).body("series[0].values[0]", equalTo(42.0f));
        query("prod/down").statusCode(404).body("detail", containsString("no metric prod/down"));

        tenants.as(ACME, Role.VIEWER)
                .get(PATH + "/prod")
                .then()
                .statusCode(200)
                .body("health.state", equalTo("ok"))
                .body("health.lastSuccess", notNullValue())
                .body("health.millis", notNullValue());
        tenants.as(ACME, Role.VIEWER)
                .get(PATH + "/prod/metrics?search=U")
                .then()
                .body("items", equalTo(List.of("prod/up")));
        tenants.as(ACME, Role.VIEWER).get("/api/v1/usage").then().body("sources", equalTo(1));
        changesOnlyWhatWasRead(etag);
        tenants.as(GLOBEX, Role.EDITOR).delete(PATH + "/prod").then().statusCode(404);
        tenants.as(ACME, Role.EDITOR).delete(PATH + "/prod").then().statusCode(204);
        query("prod/up").statusCode(404);
    }

    private void changesOnlyWhatWasRead(String etag) {
        var path = PATH + "/prod";
        tenants.as(ACME, Role.EDITOR).body(spec("prod")).put(path).then().statusCode(428);
        tenants.as(ACME, Role.EDITOR)
                .header("If-Match", etag)
                .body(with(spec("prod"), "timeout", "3s"))
                .put(path)
                .then()
                .statusCode(200)
                .body("version", equalTo(2));
        tenants.as(ACME, Role.EDITOR)
                .header("If-Match", etag)
                .body(spec("prod"))
                .put(path)
                .then()
                .statusCode(412);
        tenants.as(ACME, Role.EDITOR)
                .header("If-Match", "\"2\"")
                .body(spec("other"))
                .put(path)
                .then()
                .statusCode(400);
    }

    @Test
    void aBrokenSourceIsLeftAloneForAWhileAndSaysWhy() {
        post(spec("broken")).statusCode(201);
        status = 500;
        for (int i = 0; i < 3; i++) {
            query("broken/up")
                    .statusCode(503)
                    .body("code", equalTo("source-unavailable"))
                    .body("detail", containsString("source broken: HTTP 500"));
        }
        int before = asked.get();

        query("broken/up").statusCode(503).body("detail", containsString("not asked for"));

        assertThat(asked).hasValue(before);
        tenants.as(ACME, Role.VIEWER)
                .get(PATH + "/broken")
                .then()
                .body("health.state", equalTo("open"))
                .body("health.lastSuccess", nullValue())
                .body("health.problem", containsString("HTTP 500"));
        query("host.none").statusCode(404);
    }

    @Test
    void redirectsAreNotFollowed() {
        status = 302;
        tried(spec("prod")).body("problem", containsString("redirects are not followed"));
        assertThat(asked).hasValue(1);
    }

    @Test
    void aTrialShowsWhatIsThereAndKeepsNothing() {
        tried(spec("prod"))
                .body("problem", nullValue())
                .body("metrics", equalTo(List.of("prod/up")))
                .body("series", equalTo(List.of("prod/up{job=\"a\"}")));
        tenants.as(ACME, Role.VIEWER).get(PATH).then().body("items.size()", equalTo(0));
    }

    @Test
    void secretsGoToTheirHostsAndStayWhileTheyAreUsed() {
        putSecret("127.0.0.1");
        tried(with(spec("prod"), "secret", "prom")).body("problem", nullValue());
        assertThat(authorization).hasValue("Bearer open sesame");
        var basic = with(with(spec("prod"), "secret", "prom"), "user", "ali");
        tried(basic).body("problem", nullValue());
        assertThat(authorization).hasValue("Basic YWxpOm9wZW4gc2VzYW1l");

        post(basic).statusCode(201);
        tenants.as(ACME, Role.ADMIN)
                .delete("/api/v1/secrets/prom")
                .then()
                .statusCode(409)
                .body("usedBy", hasItem("source prod"));
        putSecret("elsewhere");
        int before = asked.get();
        tried(basic).body("problem", containsString("is not for 127.0.0.1"));
        assertThat(asked).hasValue(before);
    }

    private void putSecret(String host) {
        tenants.as(ACME, Role.ADMIN)
                .body(Map.of("value", "open sesame", "hosts", List.of(host)))
                .put("/api/v1/secrets/prom")
                .then()
                .statusCode(200);
    }

    @Test
    void anotherTenantReachesNeitherThisMachineNorTheSource() {
        post(spec("prod")).statusCode(201);
        tenants.as(GLOBEX, Role.EDITOR)
                .body(spec("prod"))
                .post(PATH + "/try")
                .then()
                .statusCode(200)
                .body("problem", containsString("sextant.sources.private-addresses-for"));
        tenants.as(ACME, Role.EDITOR)
                .body(with(spec("cloud"), "url", "http://169.254.169.254/"))
                .post(PATH + "/try")
                .then()
                .body("problem", containsString("may not be called"));
        tenants.as(GLOBEX, Role.VIEWER).get(PATH + "/prod").then().statusCode(404);
        tenants.as(GLOBEX, Role.VIEWER)
                .body("{\"metric\":\"prod/up\",\"last\":\"5m\"}")
                .post("/api/v1/query")
                .then()
                .statusCode(404);
        assertThat(asked).hasValue(0);
    }

    private ValidatableResponse query(String metric) {
        return tenants.as(ACME, Role.VIEWER)
                .body("{\"metric\":\"%s\",\"last\":\"5m\"}".formatted(metric))
                .post("/api/v1/query")
                .then();
    }

    private ValidatableResponse post(Map<String, Object> spec) {
        return tenants.as(ACME, Role.EDITOR).body(spec).post(PATH).then();
    }

    private ValidatableResponse tried(Map<String, Object> spec) {
        return tenants.as(ACME, Role.EDITOR).body(spec).post(PATH + "/try").then().statusCode(200);
    }

    private Map<String, Object> spec(String name) {
        var url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        return Map.of("name", name, "kind", "prometheus", "url", url);
    }

    private static Map<String, Object> with(Map<String, Object> spec, String field, Object value) {
        var more = new HashMap<>(spec);
        more.put(field, value);
        return more;
    }
}
