// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.testing.Await;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Servers that take calls and say nothing, or next to nothing.
class SlowSourcesTest {
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ConcurrentLinkedQueue<Socket> taken = new ConcurrentLinkedQueue<>();

    @TempDir private Path folder;
    private ServerSocket server;
    private SourceFixture platform;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::take);
        platform = new SourceFixture(folder, 1 << 20);
    }

    private void take() {
        try {
            while (true) {
                taken.add(server.accept());
            }
        } catch (IOException closed) {
            assertThat(server.isClosed()).isTrue();
        }
    }

    @AfterEach
    void stop() throws IOException {
        platform.close();
        server.close();
        for (var socket : taken) {
            socket.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"prometheus", "postgresql"})
    void silenceEndsWithTheTimeout(String kind) {
        platform.add(spec("slow", kind, "1s"));
        long started = System.nanoTime();

        assertThat(platform.refusal(plan("slow"), NOW)).contains("source slow: ");

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(PATIENCE);
        assertThat(taken).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"prometheus", "postgresql"})
    void aDrippingServerIsCutOff(String kind) {
        platform.add(spec("drip", kind, "1s"));
        var dripping = Thread.ofVirtual().start(this::drip);
        long started = System.nanoTime();

        assertThat(platform.refusal(plan("drip"), NOW)).contains("source drip: ");

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(PATIENCE);
        dripping.interrupt();
    }

    private void drip() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                for (var socket : taken) {
                    socket.getOutputStream().write('H');
                }
                Thread.sleep(Duration.ofMillis(50));
            }
        } catch (IOException | InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void waitingForSlowSourcesIsBoundedAndTheOwnStoreGoesOn() throws Exception {
        for (int number = 0; number < 4; number++) {
            platform.add(spec("slow-" + number, "prometheus", "5s"));
        }
        List<Future<String>> waiting = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < 6; number++) {
                var plan = plan("slow-" + number % 4);
                waiting.add(threads.submit(() -> platform.refusal(plan, NOW)));
            }
            Await.until(PATIENCE, "six calls", () -> taken.size() == 6);

            assertThat(platform.refusal(plan("slow-0"), NOW)).contains("parallel-per-tenant");
            assertThat(platform.refusal("{\"metric\":\"own\",\"last\":\"5m\"}", NOW))
                    .contains("no metric own");
            server.close();
            for (var socket : taken) {
                socket.close();
            }
            for (var one : waiting) {
                assertThat(one.get()).contains("source slow-");
            }
        }
    }

    private static String plan(String source) {
        return "{\"metric\":\"%s/m\",\"last\":\"5m\"}".formatted(source);
    }

    private SourceSpec spec(String name, String kind, String timeout) {
        int port = server.getLocalPort();
        if (kind.equals("prometheus")) {
            return new SourceSpec(
                    name,
                    kind,
                    "http://127.0.0.1:" + port,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    timeout,
                    null,
                    null,
                    null);
        }
        var metric = new MetricMapping("m", "t", null, "at", "v", null, null);
        return new SourceSpec(
                name,
                kind,
                null,
                "127.0.0.1",
                port,
                "d",
                "off",
                "u",
                null,
                timeout,
                null,
                null,
                List.of(metric));
    }
}
