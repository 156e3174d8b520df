// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.bench;

import dev.sextant.algorithm.anomaly.AnomalyOptions;
import dev.sextant.algorithm.anomaly.DetectorFleet;
import dev.sextant.bench.BenchOptions;
import dev.sextant.bench.BenchReport;
import dev.sextant.bench.Fleet;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.SplittableRandom;

/// Main class of `./sextant bench sweep`: what it costs to keep the default detector, and an adaptive threshold, up to date over
/// 100,000 series; see [AdaptiveSweep].
public final class SweepBench {
    private static final int STEP_SECONDS = 10;
    private static final int ROUNDS = 30;
    private static final int WARM_UP = 10;
    private static final long START = 1_700_000_000_000L;
    private static final int HOUR = 3_600_000;

    private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    private final BenchReport report;
    private final int series;
    private final SplittableRandom random = new SplittableRandom(7);

    private SweepBench(BenchReport report, int series) {
        this.report = report;
        this.series = series;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var options = BenchOptions.parse(arguments);
        var report = BenchReport.toConsole();
        report.machine();
        var fleet = options.isQuick() ? new Fleet(200, 100) : Fleet.standard();
        new SweepBench(report, fleet.series()).run();
        new AdaptiveSweep(options, report, fleet).run();
        options.write(report);
    }

    // A day of hourly points first, so that every detector judges.
    private void run() {
        var fleet = new DetectorFleet(AnomalyOptions.everything());
        for (var i = 0; i < series; i++) {
            fleet.add();
        }
        for (var hour = 0; hour < 25; hour++) {
            advance(fleet, START - (25L - hour) * HOUR);
        }
        var unusual = 0;
        var began = 0L;
        for (var round = 0; round < ROUNDS; round++) {
            began = round == WARM_UP ? clock.getCurrentThreadCpuTime() : began;
            unusual += advance(fleet, START + (long) round * STEP_SECONDS * 1000);
        }
        var nanos =
                (double) (clock.getCurrentThreadCpuTime() - began) / (ROUNDS - WARM_UP) / series;
        report.add("sweep.series", series, "");
        report.add("sweep.nsPerPoint", nanos, "ns");
        report.add("sweep.cores", nanos * series / 1e9 / STEP_SECONDS, "of one core");
        report.add("sweep.stateBytesPerSeries", fleet.bytesPerSeries(), "bytes");
        report.add("sweep.state.mb", (double) fleet.bytesPerSeries() * series / (1 << 20), "MB");
        report.add("sweep.anomalies", unusual, "");
    }

    private int advance(DetectorFleet fleet, long time) {
        var unusual = 0;
        for (var i = 0; i < series; i++) {
            var value = i % 100 + random.nextDouble();
            unusual += fleet.advance(i, time, value).isAnomalous() ? 1 : 0;
        }
        return unusual;
    }
}
