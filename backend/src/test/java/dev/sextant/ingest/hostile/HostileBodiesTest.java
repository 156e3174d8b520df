// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.hostile;

import static dev.sextant.testing.TestTenants.ACME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.identity.Role;
import dev.sextant.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Two hundred wrong bodies to each protocol: each is answered with a status that blames the sender and a text that names
/// the fault, and after all of them a right one is taken as before.
@QuarkusTest
class HostileBodiesTest {
    /// What a fault is called to a sender, never to a programmer.
    private static final String INTERNALS =
            "(?s).*(dev\\.sextant|java\\.|Exception|com\\.google|fasterxml|incident).*";

    @Inject TestTenants tenants;
    @Inject InstantSource clock;

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void everyWrongBodyIsNamedAndNothingElseHappens(Protocol protocol) throws Exception {
        var token = tenants.token(ACME, Role.EDITOR);
        var hostile = HostileBodies.of(protocol, clock.millis());
        assertThat(hostile).hasSizeGreaterThanOrEqualTo(200);
        try (var client = HttpClient.newHttpClient()) {
            for (var body : hostile) {
                var answer = send(client, token, protocol, body);
                assertThat(answer.statusCode())
                        .as(() -> protocol + ": " + body.what() + ": " + answer.body())
                        .isIn(400, 413, 415);
                assertThat(answer.body()).isNotBlank().doesNotMatch(INTERNALS);
            }
            var right = HostileBodies.pack(protocol, protocol.right(clock.millis()));
            var last = new HostileBody("right", protocol.type, protocol.packing, right);
            assertThat(send(client, token, protocol, last).statusCode()).isIn(200, 204);
        }
    }

    private static HttpResponse<String> send(
            HttpClient client, String token, Protocol protocol, HostileBody body)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://127.0.0.1:%d%s"
                                                .formatted(RestAssured.port, protocol.path)))
                        .timeout(Duration.ofSeconds(60))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", body.type())
                        .header("Content-Encoding", body.encoding())
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body.bytes()))
                        .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
