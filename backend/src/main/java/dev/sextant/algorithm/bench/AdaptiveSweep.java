// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sextant.algorithm.anomaly.RollingDeviation;
import dev.sextant.bench.BenchOptions;
import dev.sextant.bench.BenchReport;
import dev.sextant.bench.Feed;
import dev.sextant.bench.Fleet;
import dev.sextant.bench.Peer;
import dev.sextant.bench.Sender;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URLEncoder;
import java.time.Duration;

/// The adaptive threshold `abs(x - avg_over_time(x[1h])) > 3 * stddev_over_time(x[1h])` over all series of a fleet: kept up to
/// date by new points (warm), from arrays of the last hour (arrays; reading them from the store is not in it), and, where
/// VictoriaMetrics is installed, by its own evaluation over the same samples.
final class AdaptiveSweep {
    private static final int WINDOW = 3600 / Feed.STEP_SECONDS;
    private static final double BORDER = 3;
    private static final int ROUNDS = 10;
    private static final int SAMPLES_PER_BODY = 20;
    private static final Duration SETTLE = Duration.ofSeconds(20);
    private static final int MILLIS = 1000;
    private static final double NANOS_PER_MILLI = 1e6;

    private final BenchOptions options;
    private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    private final BenchReport report;
    private final Fleet fleet;
    private final long to;

    AdaptiveSweep(BenchOptions options, BenchReport report, Fleet fleet) {
        this.options = options;
        this.report = report;
        this.fleet = fleet;
        to = options.now() - options.now() % Feed.STEP_SECONDS;
    }

    void run() throws IOException, InterruptedException {
        var rolling = new RollingDeviation(fleet.series(), WINDOW);
        var arrays = 0L;
        var ofArrays = 0;
        for (var i = 0; i < fleet.series(); i++) {
            var values = lastHour(i);
            var began = clock.getCurrentThreadCpuTime();
            ofArrays += RollingDeviation.ofLast(values, 0, WINDOW) > BORDER ? 1 : 0;
            arrays += clock.getCurrentThreadCpuTime() - began;
            for (var point = 0; point + 1 < WINDOW; point++) {
                rolling.advance(i, values[point]);
            }
        }
        var ofWarm = advance(rolling, to);
        var warm = 0L;
        for (var round = 1; round <= ROUNDS; round++) {
            var began = clock.getCurrentThreadCpuTime();
            advance(rolling, to + (long) round * Feed.STEP_SECONDS);
            warm += clock.getCurrentThreadCpuTime() - began;
        }
        var warmMillis = warm / NANOS_PER_MILLI / ROUNDS;
        report.add("r2.warm.cpu.ms", warmMillis, "ms");
        report.add("r2.arrays.cpu.ms", arrays / NANOS_PER_MILLI, "ms");
        report.add("r2.stateBytesPerSeries", RollingDeviation.bytesPerSeries(WINDOW), "bytes");
        report.add("r2.warm.results", ofWarm, "");
        report.add("r2.arrays.results", ofArrays, "");
        compare(warmMillis);
    }

    private double[] lastHour(int series) {
        var values = new double[WINDOW];
        for (var point = 0; point < WINDOW; point++) {
            values[point] = value(series, to - (long) (WINDOW - 1 - point) * Feed.STEP_SECONDS);
        }
        return values;
    }

    private int advance(RollingDeviation rolling, long second) {
        var unusual = 0;
        for (var i = 0; i < fleet.series(); i++) {
            unusual += rolling.advance(i, value(i, second)) > BORDER ? 1 : 0;
        }
        return unusual;
    }

    private double value(int series, long second) {
        return fleet.value(series / fleet.metrics(), series % fleet.metrics(), second);
    }

    private void compare(double warmMillis) throws IOException, InterruptedException {
        var peer = Peer.VICTORIAMETRICS;
        if (!peer.isInstalled()) {
            report.leaveOut(
                    "r2.warm.cpuRatio." + peer.text(), peer.program() + " is not installed");
            return;
        }
        report.peer(peer.text(), peer.version());
        try (var server = peer.start(options.data().resolve(peer.text()));
                var sender = new Sender(server)) {
            var from = to - Duration.ofHours(1).toSeconds();
            new Feed(fleet).send(sender, from, to, SAMPLES_PER_BODY);
            server.meter().settle(SETTLE);
            var before = server.meter().cpuSeconds();
            var results = 0;
            for (var metric = 0; metric < fleet.metrics(); metric++) {
                results += count(sender.get(query(fleet.metric(metric))));
            }
            var cpu = (server.meter().cpuSeconds() - before) * MILLIS;
            report.add("r2.cpu.ms." + peer.text(), cpu, "ms");
            report.add("r2.results." + peer.text(), results, "");
            report.add("r2.warm.cpuRatio." + peer.text(), warmMillis / cpu, "");
        }
    }

    private String query(String metric) {
        var text =
                "abs(%1$s - avg_over_time(%1$s[1h])) > %2$s * stddev_over_time(%1$s[1h])"
                        .formatted(metric, BORDER);
        return "/api/v1/query?time=" + to + "&query=" + URLEncoder.encode(text, UTF_8);
    }

    private static int count(String answer) {
        return answer.split("\"metric\":", -1).length - 1;
    }
}
