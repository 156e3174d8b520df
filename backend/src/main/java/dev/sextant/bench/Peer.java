// SPDX-License-Identifier: Apache-2.0
package dev.sextant.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A time series server that people use today, started where it is installed.
public enum Peer {
    VICTORIAMETRICS("victoria-metrics"),
    PROMETHEUS("prometheus");

    private final String program;

    Peer(String program) {
        this.program = program;
    }

    /// As it stands in the names of figures.
    public String text() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public String program() {
        return program;
    }

    public boolean isInstalled() {
        return executable().isPresent();
    }

    /// What it says about its version, on one line.
    public String version() throws IOException {
        var process =
                new ProcessBuilder(
                                executable().orElseThrow().toString(),
                                this == PROMETHEUS ? "--version" : "-version")
                        .redirectErrorStream(true)
                        .start();
        return new String(process.getInputStream().readAllBytes(), UTF_8)
                .lines()
                .findFirst()
                .orElse("");
    }

    /// Starts it with an empty data folder below the given one.
    public BenchServer start(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        int port = BenchServer.freePort();
        var listen = "127.0.0.1:" + port;
        var data = folder.resolve(text()).toString();
        var executable = executable().orElseThrow().toString();
        var command =
                switch (this) {
                    case PROMETHEUS ->
                            List.of(
                                    executable,
                                    "--web.enable-remote-write-receiver",
                                    "--web.listen-address=" + listen,
                                    "--storage.tsdb.path=" + data,
                                    "--query.max-samples=200000000",
                                    "--config.file=" + emptyConfiguration(folder));
                    case VICTORIAMETRICS ->
                            List.of(
                                    executable,
                                    "-httpListenAddr=" + listen,
                                    "-storageDataPath=" + data,
                                    "-retentionPeriod=12",
                                    "-search.maxUniqueTimeseries=1000000",
                                    "-search.latencyOffset=0s");
                };
        var access =
                new BenchServer.Access(
                        "/api/v1/write",
                        this == PROMETHEUS ? "/-/ready" : "/health",
                        Optional.empty());
        return BenchServer.start(
                new BenchServer.Start(text(), command, folder, Map.of()), port, access);
    }

    private static String emptyConfiguration(Path folder) throws IOException {
        var text =
                "global: {scrape_interval: 1m}\nstorage: {tsdb: {out_of_order_time_window: 2h}}\n";
        return Files.writeString(folder.resolve("prometheus.yml"), text).toString();
    }

    private Optional<Path> executable() {
        for (var folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            var file = Path.of(folder, program);
            if (Files.isExecutable(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }
}
