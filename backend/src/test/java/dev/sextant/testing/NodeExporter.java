// SPDX-License-Identifier: Apache-2.0
package dev.sextant.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A real node exporter (Debian package prometheus-node-exporter) on a free port of the loopback address.
public final class NodeExporter implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final int port;

    private NodeExporter(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /// Starts one and returns when it answers.
    public static NodeExporter start(Path folder) {
        int port = RunningSextant.freePort();
        var output = folder.resolve("node-exporter.log");
        try {
            var process =
                    new ProcessBuilder(
                                    List.of(
                                            "prometheus-node-exporter",
                                            "--web.listen-address=127.0.0.1:" + port))
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start();
            var exporter = new NodeExporter(process, port);
            Await.until(PATIENCE, "the node exporter to answer, see " + output, exporter::answers);
            return exporter;
        } catch (IOException problem) {
            throw new UncheckedIOException(
                    "this test needs a real node exporter: apt-get install prometheus-node-exporter",
                    problem);
        }
    }

    private boolean answers() {
        if (!process.isAlive()) {
            throw new AssertionError("the node exporter ended instead of starting");
        }
        try {
            return new Rest(URI.create(address()), Map.of()).get("/").status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    public String address() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
