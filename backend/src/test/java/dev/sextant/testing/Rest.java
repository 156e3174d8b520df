// SPDX-License-Identifier: Apache-2.0
package dev.sextant.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// A caller of the REST surface with one token, as a script of a user would be.
public final class Rest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(150);

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI base;
    private final Map<String, String> headers;

    /// @param headers what every call carries, such as `Authorization`
    public Rest(URI base, Map<String, String> headers) {
        this.base = base;
        this.headers = Map.copyOf(headers);
    }

    /// A status with the JSON body; a body that is no JSON or is empty is missing.
    ///
    /// @param etag the ETag header, if there is one
    /// @param cookie name and value of the cookie that was set, if one was
    public record Answer(
            int status,
            JsonNode body,
            String text,
            Optional<String> etag,
            Optional<String> cookie) {}

    public Answer get(String path) {
        return send(path, "GET", BodyPublishers.noBody(), Map.of());
    }

    public Answer delete(String path) {
        return send(path, "DELETE", BodyPublishers.noBody(), Map.of());
    }

    /// @param body anything that Jackson writes, or a text that is JSON already
    public Answer post(String path, Object body) {
        return send(path, "POST", json(body), Map.of("Content-Type", "application/json"));
    }

    public Answer put(String path, Object body, String etag) {
        var with = Map.of("Content-Type", "application/json", "If-Match", etag);
        return send(path, "PUT", json(body), with);
    }

    /// Sends bytes as they are, with the headers that go with them.
    public Answer postBytes(String path, byte[] body, Map<String, String> with) {
        return send(path, "POST", BodyPublishers.ofByteArray(body), with);
    }

    private static BodyPublisher json(Object body) {
        try {
            var text = body instanceof String written ? written : JSON.writeValueAsString(body);
            return BodyPublishers.ofString(text);
        } catch (JsonProcessingException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private Answer send(String path, String method, BodyPublisher body, Map<String, String> with) {
        var request =
                HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE).method(method, body);
        headers.forEach(request::setHeader);
        with.forEach(request::setHeader);
        try {
            return answer(client.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException problem) {
            throw new UncheckedIOException(method + " " + path + " was not answered", problem);
        } catch (InterruptedException problem) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(method + " " + path + " was interrupted", problem);
        }
    }

    private static Answer answer(HttpResponse<String> response) {
        return new Answer(
                response.statusCode(),
                parse(response.body()),
                response.body(),
                response.headers().firstValue("ETag"),
                response.headers().firstValue("Set-Cookie").map(cookie -> cookie.split(";", 2)[0]));
    }

    private static JsonNode parse(String text) {
        try {
            return text.isBlank() ? MissingNode.getInstance() : JSON.readTree(text);
        } catch (JsonProcessingException noJson) {
            return MissingNode.getInstance();
        }
    }
}
