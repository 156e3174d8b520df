// SPDX-License-Identifier: Apache-2.0
package dev.sextant.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;

/// Main class of `./sextant bench soak`: a day of 10,000 series each 15 s, sent as fast as they are taken, while hours that
/// are over are sealed each minute and questions are asked. Heap, native memory and open files after each hour's worth are to
/// stay flat: the last quarter of the day against the second one. It says of each whether it did, and ends with status 1
/// when one did not.
public final class SoakBench {
    private static final int SAMPLES_PER_BODY = 20;
    private static final int QUESTIONS = 20;
    private static final int HOURS = 24;
    private static final int QUICK_HOURS = 8;
    private static final double MEGABYTE = 1 << 20;

    /// How much more the last quarter may have than the second one, and how much more for any reason.
    private static final double MOST_GROWTH = 1.1;

    private static final double SLACK_MEGABYTES = 32;
    private static final double SLACK_DESCRIPTORS = 16;

    private final BenchOptions options;
    private final BenchReport report;
    private final Fleet fleet = new Fleet(100, 100);
    private final Feed feed = new Feed(fleet);
    private final List<Double> heap = new ArrayList<>();
    private final List<Double> outside = new ArrayList<>();
    private final List<Double> descriptors = new ArrayList<>();
    private boolean isFlat = true;

    private SoakBench(BenchOptions options, BenchReport report) {
        this.options = options;
        this.report = report;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var options = BenchOptions.parse(arguments);
        var report = BenchReport.toConsole();
        report.machine();
        var bench = new SoakBench(options, report);
        bench.run();
        options.write(report);
        if (!bench.isFlat) {
            System.exit(1);
        }
    }

    private void run() throws IOException, InterruptedException {
        int hours = options.isQuick() ? QUICK_HOURS : HOURS;
        long hour = Duration.ofHours(1).toSeconds();
        long end = options.now() - options.now() % Feed.STEP_SECONDS;
        var configuration = options.data().resolve("soak.properties");
        Files.createDirectories(options.data());
        Files.writeString(configuration, "sextant.store.upkeep=0 * * * * ?\n");
        long samples = 0;
        try (var server =
                        BenchServer.sextant(
                                options.launcher(),
                                options.data(),
                                "--config",
                                configuration.toString());
                var sender = new Sender(server)) {
            for (long from = end - hours * hour; from < end; from += hour) {
                samples += feed.send(sender, from, from + hour, SAMPLES_PER_BODY);
                ask(sender);
                look(server, sender);
            }
            report.add("soak.samples", samples, "");
            report.add("soak.peak.mb", server.meter().peakMegabytes(), "MB");
        }
        // Between two collections of garbage a heap grows: what stays shows in its lowest hour.
        judge("soak.heap", heap, "MB", SLACK_MEGABYTES, Collections::min);
        judge("soak.native", outside, "MB", SLACK_MEGABYTES, SoakBench::median);
        judge("soak.descriptors", descriptors, "", SLACK_DESCRIPTORS, SoakBench::median);
        report.judge("soak.passed", isFlat);
    }

    private void ask(Sender sender) throws IOException, InterruptedException {
        for (int metric = 0; metric < QUESTIONS; metric++) {
            sender.post(
                    "/api/v1/query",
                    "{\"metric\": \"%s\", \"last\": \"6h\", \"step\": \"5m\", \"aggregate\": \"avg\", \"by\": [\"service\"]}"
                            .formatted(fleet.metric(metric)));
        }
    }

    private void look(BenchServer server, Sender sender) throws IOException, InterruptedException {
        var meters = sender.get("/q/metrics");
        heap.add(heapMegabytes("used", meters));
        outside.add(server.meter().residentMegabytes() - heapMegabytes("committed", meters));
        descriptors.add((double) server.meter().descriptors());
    }

    /// Of all parts of the heap together.
    private static double heapMegabytes(String what, String meters) {
        var pattern = "jvm_memory_" + what + "_bytes\\{[^}]*area=\"heap\"[^}]*} (\\S+)";
        return Pattern.compile(pattern)
                        .matcher(meters)
                        .results()
                        .mapToDouble(found -> Double.parseDouble(found.group(1)))
                        .sum()
                / MEGABYTE;
    }

    private void judge(
            String name,
            List<Double> hours,
            String unit,
            double slack,
            ToDoubleFunction<List<Double>> typical) {
        int quarter = hours.size() / 4;
        double early = typical.applyAsDouble(hours.subList(quarter, 2 * quarter));
        double late = typical.applyAsDouble(hours.subList(hours.size() - quarter, hours.size()));
        boolean stays = early > 0 && late <= early * MOST_GROWTH + slack;
        isFlat &= stays;
        report.add(name + ".early", early, unit);
        report.add(name + ".late", late, unit);
        report.add(name + ".growth", late / early, "");
        report.judge(name + ".flat", stays);
    }

    private static double median(List<Double> values) {
        var sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
