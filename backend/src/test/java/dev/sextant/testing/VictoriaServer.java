// SPDX-License-Identifier: Apache-2.0
package dev.sextant.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A real VictoriaMetrics (Debian package victoria-metrics) on a free port, with its data in a folder of the test.
public final class VictoriaServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final int port;
    private final Rest rest;

    private VictoriaServer(Process process, int port) {
        this.process = process;
        this.port = port;
        this.rest = new Rest(URI.create("http://127.0.0.1:" + port), Map.of());
    }

    /// Starts a server and returns when it is ready.
    public static VictoriaServer start(Path folder) {
        int port = RunningSextant.freePort();
        try {
            Files.createDirectories(folder);
            var output = folder.resolve("victoria.log");
            var process =
                    new ProcessBuilder(
                                    List.of(
                                            "victoria-metrics",
                                            "-storageDataPath=" + folder.resolve("data"),
                                            "-httpListenAddr=127.0.0.1:" + port,
                                            "-retentionPeriod=12",
                                            "-memory.allowedPercent=5",
                                            "-search.latencyOffset=0"))
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start();
            var server = new VictoriaServer(process, port);
            Await.until(PATIENCE, "VictoriaMetrics to be ready, see " + output, server::isReady);
            return server;
        } catch (IOException problem) {
            throw new UncheckedIOException(
                    "this test needs a real VictoriaMetrics: apt-get install victoria-metrics",
                    problem);
        }
    }

    private boolean isReady() {
        if (!process.isAlive()) {
            throw new AssertionError("VictoriaMetrics ended instead of starting");
        }
        try {
            return rest.get("/health").status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    /// Makes what was written visible.
    public void flush() {
        rest.get("/internal/force_flush");
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
            throw new IllegalStateException("interrupted while VictoriaMetrics ended", problem);
        }
    }
}
