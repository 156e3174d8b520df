// SPDX-License-Identifier: Apache-2.0
package dev.sextant.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// A real HTTP server that takes webhooks and keeps what it got.
public final class Receiver implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    /// @param delivery the idempotency key in the header
    public record Message(String delivery, JsonNode body) {}

    private Receiver(HttpServer server) {
        this.server = server;
    }

    public static Receiver start() throws IOException {
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var receiver = new Receiver(server);
        server.createContext("/", receiver::take);
        server.start();
        return receiver;
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var delivery = exchange.getRequestHeaders().getFirst("Sextant-Delivery");
            messages.add(
                    new Message(
                            String.valueOf(delivery), JSON.readTree(exchange.getRequestBody())));
            exchange.sendResponseHeaders(204, -1);
        }
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
    }

    /// The first message about a rule with a status.
    public Optional<Message> message(String rule, String status) {
        return messages.stream()
                .filter(message -> message.body().at("/alert/rule/id").asText().equals(rule))
                .filter(message -> message.body().path("status").asText().equals(status))
                .findFirst();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
