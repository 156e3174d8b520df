// SPDX-License-Identifier: Apache-2.0
package dev.sextant.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A server process of its own, Sextant or a peer, on a free port of the loopback address; ended by its id.
public final class BenchServer implements AutoCloseable {
    private static final Duration START_PATIENCE = Duration.ofMinutes(3);

    private final String name;
    private final Process process;
    private final URI address;
    private final Access access;

    /// How it is spoken to.
    record Access(String writePath, String readyPath, Optional<String> token) {}

    private BenchServer(String name, Process process, URI address, Access access) {
        this.name = name;
        this.process = process;
        this.address = address;
        this.access = access;
    }

    /// Sextant as its launcher starts it.
    ///
    /// @param launcher the script `sextant`
    public static BenchServer sextant(Path launcher, Path data, String... options)
            throws IOException, InterruptedException {
        int port = freePort();
        var token = "bench-0123456789-0123456789-0123456789";
        var command =
                new java.util.ArrayList<>(
                        List.of(
                                launcher.toString(),
                                "up",
                                "--port",
                                Integer.toString(port),
                                "--data",
                                data.resolve("sextant").toString()));
        command.addAll(List.of(options));
        var access = new Access("/api/v1/write", "/q/health/ready", Optional.of(token));
        return start(
                new Start("sextant", command, data, Map.of("SEXTANT_BOOTSTRAP_TOKEN", token)),
                port,
                access);
    }

    /// What is started where.
    record Start(String name, List<String> command, Path data, Map<String, String> environment) {}

    static BenchServer start(Start start, int port, Access access)
            throws IOException, InterruptedException {
        Files.createDirectories(start.data());
        var builder =
                new ProcessBuilder(start.command())
                        .redirectErrorStream(true)
                        .redirectOutput(start.data().resolve(start.name() + ".log").toFile());
        builder.environment().putAll(start.environment());
        var server =
                new BenchServer(
                        start.name(),
                        builder.start(),
                        URI.create("http://127.0.0.1:" + port),
                        access);
        server.awaitReady(start.data().resolve(start.name() + ".log"));
        return server;
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    public String name() {
        return name;
    }

    public URI address() {
        return address;
    }

    public ProcessMeter meter() {
        return new ProcessMeter(process.pid());
    }

    public String writePath() {
        return access.writePath();
    }

    public Optional<String> token() {
        return access.token();
    }

    /// Ends it in order, or by force when it takes longer than half a minute.
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void awaitReady(Path log) throws IOException, InterruptedException {
        long end = System.nanoTime() + START_PATIENCE.toNanos();
        try (var client = HttpClient.newHttpClient()) {
            while (!isReady(client)) {
                if (!process.isAlive() || System.nanoTime() > end) {
                    close();
                    throw new IOException("%s did not start; its log is %s".formatted(name, log));
                }
                Thread.sleep(Duration.ofMillis(100));
            }
        }
    }

    private boolean isReady(HttpClient client) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(address.resolve(access.readyPath())).build();
            var answer = client.send(request, HttpResponse.BodyHandlers.discarding());
            return answer.statusCode() == 200;
        } catch (IOException _) {
            return false;
        }
    }
}
