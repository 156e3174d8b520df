// SPDX-License-Identifier: Apache-2.0
package dev.sextant.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/// An HTTP client of one server, which repeats what the server asked to repeat.
public final class Sender implements AutoCloseable {
    private static final int TRIES = 20;
    private static final int REPEAT_FROM = 429;

    private final BenchServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public Sender(BenchServer server) {
        this.server = server;
    }

    /// Sends a body of remote write and returns when the server has taken it.
    public void write(byte[] packed) throws IOException, InterruptedException {
        var request =
                request(server.writePath())
                        .header("Content-Type", "application/x-protobuf")
                        .header("Content-Encoding", "snappy")
                        .header("X-Prometheus-Remote-Write-Version", "0.1.0")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(packed))
                        .build();
        for (int tries = 1; ; tries++) {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 == 2) {
                return;
            }
            if (answer.statusCode() < REPEAT_FROM || tries == TRIES) {
                throw refused(answer);
            }
            Thread.sleep(Duration.ofMillis(200));
        }
    }

    /// The body of the answer, as it is.
    byte[] fetch(Ask ask) throws IOException, InterruptedException {
        var request = request(ask.path()).header("Accept", ask.accept());
        ask.json()
                .ifPresent(json ->
                        request.header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(json)));
        var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(
                    "%s answered %d: %s"
                            .formatted(
                                    answer.uri(),
                                    answer.statusCode(),
                                    new String(answer.body(), UTF_8).strip()));
        }
        return answer.body();
    }

    /// The body of the answer to a GET.
    public String get(String pathAndQuery) throws IOException, InterruptedException {
        return ok(
                client.send(
                        request(pathAndQuery).GET().build(), HttpResponse.BodyHandlers.ofString()));
    }

    /// The body of the answer to a POST of JSON.
    public String post(String path, String json) throws IOException, InterruptedException {
        return ok(answer(path, json));
    }

    /// The whole answer to a POST of JSON, whatever its status.
    public HttpResponse<String> answer(String path, String json)
            throws IOException, InterruptedException {
        return client.send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        client.close();
    }

    private HttpRequest.Builder request(String path) {
        var request =
                HttpRequest.newBuilder(server.address().resolve(path))
                        .timeout(Duration.ofMinutes(2));
        server.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
        return request;
    }

    private String ok(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() / 100 != 2) {
            throw refused(answer);
        }
        return answer.body();
    }

    private static IOException refused(HttpResponse<String> answer) {
        return new IOException(
                "%s answered %d: %s"
                        .formatted(answer.uri(), answer.statusCode(), answer.body().strip()));
    }
}
