// SPDX-License-Identifier: Apache-2.0
package dev.sextant.notify;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/// A real HTTP server on a free loopback port that notes what it is told and answers as it is told to.
final class Receiver implements AutoCloseable {
    /// One request as it came.
    record Received(String delivery, String contentType, String body) {}

    private final HttpServer server;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<Received> all = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Received> queue = new LinkedBlockingQueue<>();
    private volatile int status = 200;
    private volatile boolean hangs;

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
    }

    void answerWith(int code) {
        status = code;
    }

    void hang() {
        hangs = true;
    }

    /// Every request so far, also those that were refused.
    List<Received> received() {
        return all;
    }

    /// The next request, as soon as it comes.
    BlockingQueue<Received> queue() {
        return queue;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var headers = exchange.getRequestHeaders();
            var received =
                    new Received(
                            headers.getFirst("Sextant-Delivery"),
                            headers.getFirst("Content-Type"),
                            body);
            all.add(received);
            queue.add(received);
            if (hangs) {
                closing.await();
            }
            if (status / 100 == 3) {
                exchange.getResponseHeaders().add("Location", "/elsewhere");
            }
            exchange.sendResponseHeaders(status, -1);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }
}
