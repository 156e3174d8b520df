// SPDX-License-Identifier: Apache-2.0
package dev.sextant.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/// A real Prometheus server (Debian package prometheus) on a free port, with its data in a folder of the test.
public final class PrometheusServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final int port;
    private final Rest rest;

    private PrometheusServer(Process process, int port) {
        this.process = process;
        this.port = port;
        this.rest = new Rest(URI.create("http://127.0.0.1:" + port), Map.of());
    }

    /// Starts a server and returns when it is ready.
    ///
    /// @param configuration makes prometheus.yml for the port that the server will listen on
    /// @param options further options of its command line
    public static PrometheusServer start(
            Path folder, IntFunction<String> configuration, String... options) {
        int port = RunningSextant.freePort();
        try {
            Files.createDirectories(folder);
            var file =
                    Files.writeString(folder.resolve("prometheus.yml"), configuration.apply(port));
            var output = folder.resolve("prometheus.log");
            var command =
                    new ArrayList<>(
                            List.of(
                                    "prometheus",
                                    "--config.file=" + file,
                                    "--storage.tsdb.path=" + folder.resolve("tsdb"),
                                    "--web.listen-address=127.0.0.1:" + port,
                                    "--log.level=warn"));
            Collections.addAll(command, options);
            var process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start();
            var server = new PrometheusServer(process, port);
            Await.until(PATIENCE, "Prometheus to be ready, see " + output, server::isReady);
            return server;
        } catch (IOException problem) {
            throw new UncheckedIOException(
                    "this test needs a real Prometheus server: apt-get install prometheus",
                    problem);
        }
    }

    private boolean isReady() {
        if (!process.isAlive()) {
            throw new AssertionError("Prometheus ended instead of starting");
        }
        try {
            return rest.get("/-/ready").status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    /// The result of an instant query, {@code data.result} of the answer.
    public JsonNode query(String expression, long epochMillis) {
        var answer =
                rest.get(
                        "/api/v1/query?query=%s&time=%.3f"
                                .formatted(
                                        URLEncoder.encode(expression, StandardCharsets.UTF_8),
                                        epochMillis / 1000.0));
        if (answer.status() != 200) {
            throw new AssertionError(
                    "Prometheus could not answer %s: %s".formatted(expression, answer.text()));
        }
        return answer.body().at("/data/result");
    }

    public int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException problem) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Prometheus ended", problem);
        }
    }
}
