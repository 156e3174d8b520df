// SPDX-License-Identifier: Apache-2.0
package dev.sextant.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/// Main class of `./sextant bench ingest`: the same samples by remote write into Sextant and into the peers that are
/// installed, one after the other, each in a process of its own. Counts the server's processor time from the first body
/// until it has nothing left to do. The samples are those of an hour that is over, so that Sextant can seal them: in a
/// further process, since that is what happens after a restart too.
public final class IngestBench {
    private static final int SAMPLES_PER_BODY = 20;
    private static final int PROBES = 20;
    private static final Duration SETTLE = Duration.ofSeconds(60);
    private static final Duration VISIBLE_PATIENCE = Duration.ofSeconds(10);
    private static final Duration SEAL_WAIT = Duration.ofSeconds(90);
    private static final Duration SEAL_PATIENCE = Duration.ofMinutes(5);
    private static final Duration OVER = Duration.ofMinutes(15);
    private static final Pattern UPKEEPS =
            Pattern.compile("sextant_store_upkeep_seconds_count(?:\\{[^}]*})? ([0-9.]+)");

    private final BenchOptions options;
    private final BenchReport report;
    private final Feed feed;
    private final long from;
    private final long to;
    private final long begun = System.nanoTime();

    private IngestBench(BenchOptions options, BenchReport report) {
        this.options = options;
        this.report = report;
        this.feed = new Feed(Fleet.standard());
        long over = options.now() - OVER.toSeconds();
        this.to = over - over % Duration.ofHours(1).toSeconds();
        this.from =
                to - (options.isQuick() ? Duration.ofMinutes(5) : Duration.ofHours(1)).toSeconds();
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var options = BenchOptions.parse(arguments);
        var report = BenchReport.toConsole();
        report.machine();
        new IngestBench(options, report).run();
        options.write(report);
    }

    private void run() throws IOException, InterruptedException {
        double own = measureSextant();
        for (var peer : Peer.values()) {
            var ratio = "remoteWrite.cpuRatio." + peer.text();
            var micros = measure(peer);
            if (micros.isPresent()) {
                report.add("remoteWrite.cpuMicros." + peer.text(), micros.getAsDouble(), "us");
                report.add(ratio, own / micros.getAsDouble(), "");
            } else {
                report.leaveOut(ratio, peer.program() + " is not installed");
            }
        }
    }

    /// Starts again, with upkeep at a time when the start is over and done with, and waits for it.
    private void measureSealing(double samples) throws IOException, InterruptedException {
        var configuration = options.data().resolve("upkeep.properties");
        Files.writeString(configuration, "sextant.store.upkeep=" + once(SEAL_WAIT) + "\n");
        try (var server =
                        BenchServer.sextant(
                                options.launcher(),
                                options.data(),
                                "--config",
                                configuration.toString());
                var sender = new Sender(server)) {
            double before = server.meter().settle(SEAL_WAIT.dividedBy(2));
            long end = System.nanoTime() + SEAL_PATIENCE.toNanos();
            while (upkeeps(sender) < 1) {
                if (System.nanoTime() > end) {
                    throw new IOException(
                            "the hour was not sealed; the log is in " + options.data());
                }
                Thread.sleep(Duration.ofMillis(500));
            }
            double micros = (server.meter().settle(SETTLE) - before) * 1e6 / samples;
            report.add("sealed.cpuMicros", micros, "us");
            report.add("sealed.rss.peak.mb", server.meter().peakMegabytes(), "MB");
            report.add(
                    "sealed.bytesPerSample",
                    bytes(options.data().resolve("sextant/series/sealed")) / samples,
                    "B");
        }
    }

    /// A Quartz expression of the moment after a wait from now.
    private String once(Duration wait) {
        var at =
                Instant.ofEpochSecond(options.now())
                        .plusNanos(System.nanoTime() - begun)
                        .plus(wait)
                        .atZone(ZoneId.systemDefault());
        return "%d %d %d * * ?".formatted(at.getSecond(), at.getMinute(), at.getHour());
    }

    private static double upkeeps(Sender sender) throws IOException, InterruptedException {
        var found = UPKEEPS.matcher(sender.get("/q/metrics"));
        return found.find() ? Double.parseDouble(found.group(1)) : 0;
    }

    private double measureSextant() throws IOException, InterruptedException {
        double micros;
        long samples;
        try (var server = BenchServer.sextant(options.launcher(), options.data());
                var sender = new Sender(server)) {
            double before = server.meter().settle(SETTLE);
            long started = System.nanoTime();
            samples = feed.send(sender, from, to, SAMPLES_PER_BODY);
            double seconds = (System.nanoTime() - started) / 1e9;
            micros = (server.meter().settle(SETTLE) - before) * 1e6 / samples;
            report.add("remoteWrite.samples", samples, "");
            report.add("remoteWrite.samplesPerSecond", samples / seconds, "/s");
            report.add("remoteWrite.cpuMicros", micros, "us");
            report.add("rss.mb", server.meter().residentMegabytes(), "MB");
            report.add("rss.peak.mb", server.meter().peakMegabytes(), "MB");
            report.add("descriptors", server.meter().descriptors(), "");
            report.add(
                    "hot.bytesPerSample",
                    bytes(options.data().resolve("sextant/series")) / samples,
                    "B");
            report.add("visible.p50.ms", visibleMillis(sender), "ms");
        }
        measureSealing(samples);
        return micros;
    }

    private OptionalDouble measure(Peer peer) throws IOException, InterruptedException {
        if (!peer.isInstalled()) {
            return OptionalDouble.empty();
        }
        report.peer(peer.text(), peer.version());
        try (var server = peer.start(options.data().resolve(peer.text()));
                var sender = new Sender(server)) {
            double before = server.meter().settle(SETTLE);
            long samples = feed.send(sender, from, to, SAMPLES_PER_BODY);
            return OptionalDouble.of((server.meter().settle(SETTLE) - before) * 1e6 / samples);
        }
    }

    /// The median time from sending a sample until a query shows it.
    private double visibleMillis(Sender sender) throws IOException, InterruptedException {
        var times = new double[PROBES];
        for (int probe = 0; probe < PROBES; probe++) {
            var metric = "bench_probe_" + probe;
            var body =
                    new WriteBody()
                            .add(
                                    WriteBody.labels(metric, Map.of("probe", "visible")),
                                    new long[] {(to - 1) * 1_000},
                                    new double[] {1});
            var packed = body.packed();
            long started = System.nanoTime();
            sender.write(packed);
            awaitPoint(sender, metric, started);
            times[probe] = (System.nanoTime() - started) / 1e6;
        }
        Arrays.sort(times);
        return times[PROBES / 2];
    }

    private static void awaitPoint(Sender sender, String metric, long started)
            throws IOException, InterruptedException {
        var plan = "{\"metric\": \"%s\", \"last\": \"3h\"}".formatted(metric);
        while (sender.answer("/api/v1/query", plan).statusCode() != 200) {
            if (System.nanoTime() - started > VISIBLE_PATIENCE.toNanos()) {
                throw new IOException(metric + " did not become visible");
            }
        }
    }

    private static double bytes(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
