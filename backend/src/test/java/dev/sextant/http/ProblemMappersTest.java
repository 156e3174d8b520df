// SPDX-License-Identifier: Apache-2.0
package dev.sextant.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.sextant.identity.Role;
import dev.sextant.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every failure is problem JSON that helps the caller and shows nothing of the inside.
@QuarkusTest
class ProblemMappersTest {
    private static final Pattern INSIDE =
            Pattern.compile(
                    "(java|jakarta|dev|com|org|io)\\.[a-z]|Exception|\\tat |\\.java|Secret");

    @Inject TestTenants tenants;

    private static ValidatableResponse problem(Response response, int status, String code) {
        assertThat(response.asString()).doesNotContainPattern(INSIDE);
        return response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("about:blank"))
                .body("status", equalTo(status))
                .body("code", equalTo(code));
    }

    private static Response read(String body) {
        return given().contentType(ContentType.JSON).body(body).post("/faulty/read");
    }

    @Test
    void namesThePlaceOfASyntaxError() {
        problem(read("{\"parts\": [\n  {\"name\": \"a\",, }]}"), 400, "malformed-json")
                .body("line", equalTo(2))
                .body("column", equalTo(16))
                .body("detail", equalTo("the body is not valid JSON at line 2, column 16"));
    }

    @Test
    void namesTheFieldThatDoesNotFit() {
        problem(read("{\"parts\": [{\"count\": 1}, {\"count\": \"many\"}]}"), 400, "invalid-json")
                .body("field", equalTo("parts[1].count"))
                .body("line", equalTo(1))
                .body("detail", equalTo("field parts[1].count: \"many\" is not a number"));
        problem(read("{\"parts\": [{\"kind\": \"HUGE\"}]}"), 400, "invalid-json")
                .body(
                        "detail",
                        equalTo("field parts[0].kind: \"HUGE\" is not one of SMALL, LARGE"));
        problem(read("{\"parts\": 5}"), 400, "invalid-json")
                .body("detail", equalTo("field parts: expected a list"));
        problem(read("[]"), 400, "invalid-json").body("detail", equalTo("expected an object"));
    }

    @Test
    void passesOnWhatAValueTypeSays() {
        problem(given().get("/faulty/tenant/Not-Valid"), 400, "invalid-argument")
                .body("detail", startsWith("tenant id \"Not-Valid\" is not valid"));
        problem(read("{\"tenant\": {\"value\": \"Not Valid\"}}"), 400, "invalid-argument")
                .body("field", equalTo("tenant"))
                .body("detail", startsWith("field tenant: tenant id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/faulty/broken", "/faulty/library/java.util.Secret"})
    void keepsOurOwnFaultsToItself(String path) {
        var incident =
                problem(given().get(path), 500, "internal-error")
                        .extract()
                        .jsonPath()
                        .getString("incident");
        assertThat(incident).hasSize(36);
    }

    @Test
    void answersAProblemWithItsMembersAndHeaders() {
        problem(given().get("/faulty/problem"), 409, "taken")
                .body("line", equalTo(3))
                .body("title", equalTo("Conflict"))
                .header("Retry-After", "7");
    }

    @Test
    void answersTheFaultsOfTheWebLayer() {
        problem(given().get("/faulty/number/x"), 404, "not-found");
        problem(given().get("/no/such/place"), 404, "not-found");
        problem(given().delete("/faulty/broken"), 405, "method-not-allowed");
        problem(
                given().contentType("text/csv").body("a,b").post("/faulty/read"),
                415,
                "unsupported-media-type");
        problem(given().accept("image/png").post("/faulty/read"), 415, "unsupported-media-type");
    }

    @Test
    void answersMissingRights() {
        problem(given().get("/faulty/closed"), 401, "not-signed-in")
                .header("WWW-Authenticate", startsWith("Bearer"));
        problem(tenants.as(TestTenants.ACME, Role.OWNER).get("/faulty/closed"), 403, "not-allowed");
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/tokens", "/api/v1/no-such-thing", "/write", "/api/v1/write", "/api/"})
    void needsASignInForAllData(String path) {
        problem(given().get(path), 401, "not-signed-in")
                .header("WWW-Authenticate", startsWith("Bearer"));
        problem(given().auth().oauth2("wrong").get(path), 401, "not-signed-in");
        problem(
                given().auth().preemptive().basic("admin", "wrong").post(path),
                401,
                "not-signed-in");
    }

    /// Only announced: a client that sends it all may find the connection closed before it reads the answer.
    @Test
    void refusesABodyThatIsTooLarge() throws IOException {
        var head =
                "POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
        assertThat(raw(head + "Content-Length: 50000000\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 413")
                .contains("application/problem+json")
                .contains("\"code\":\"too-large\"");
    }

    private static String raw(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aCallerWhoLeavesIsNoIncident() throws IOException, InterruptedException {
        var said = new LinkedBlockingQueue<String>();
        var log = Logger.getLogger(Problems.class.getName());
        var handler = new Messages(said);
        var level = log.getLevel();
        log.setLevel(Level.FINE);
        log.addHandler(handler);
        try {
            String first = null;
            // A connection may end before its request has begun: then there is nothing to say.
            for (int time = 0; time < 20 && first == null; time++) {
                leaveInTheMiddle();
                first = said.poll(2, TimeUnit.SECONDS);
            }
            assertThat(first).isEqualTo("the request to /faulty/read was abandoned by its caller");
        } finally {
            log.removeHandler(handler);
            log.setLevel(level);
        }
    }

    private static void leaveInTheMiddle() throws IOException {
        try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
            var half =
                    "POST /faulty/read HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                            + "Content-Length: 500\r\n\r\n{\"parts\":";
            socket.getOutputStream().write(half.getBytes(StandardCharsets.US_ASCII));
        }
    }

    /// Keeps what is logged.
    private static final class Messages extends ExtHandler {
        private final Queue<String> kept;

        Messages(Queue<String> kept) {
            this.kept = kept;
        }

        @Override
        protected void doPublish(ExtLogRecord line) {
            kept.add(line.getFormattedMessage());
        }
    }
}
