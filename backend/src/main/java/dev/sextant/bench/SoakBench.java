// SPDX-License-Identifier: Apache-2.0
package dev.sextant.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Main class of `./sextant bench soak`: a day of 10,000 series each 15 s, sent as fast as they are taken, while hours that
/// are over are sealed each minute and questions are asked. Memory and open files after each hour's worth are to stay
/// flat: the last quarter of the day against the second one.
public final class SoakBench {
    private static final int SAMPLES_PER_BODY = 20;
    private static final int QUESTIONS = 20;
    private static final int HOURS = 24;
    private static final int QUICK_HOURS = 8;

    private final BenchOptions options;
    private final BenchReport report;
    private final Fleet fleet = new Fleet(100, 100);
    private final Feed feed = new Feed(fleet);
    private final List<Double> memory = new ArrayList<>();
    private final List<Double> descriptors = new ArrayList<>();

    private SoakBench(BenchOptions options, BenchReport report) {
        this.options = options;
        this.report = report;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var options = BenchOptions.parse(arguments);
        var report = BenchReport.toConsole();
        report.machine();
        new SoakBench(options, report).run();
        options.write(report);
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
                memory.add(server.meter().residentMegabytes());
                descriptors.add((double) server.meter().descriptors());
            }
            report.add("soak.samples", samples, "");
            report.add("soak.peak.mb", server.meter().peakMegabytes(), "MB");
        }
        add("soak.rss", memory, "MB");
        add("soak.descriptors", descriptors, "");
    }

    private void ask(Sender sender) throws IOException, InterruptedException {
        for (int metric = 0; metric < QUESTIONS; metric++) {
            sender.post(
                    "/api/v1/query",
                    "{\"metric\": \"%s\", \"last\": \"6h\", \"step\": \"5m\", \"aggregate\": \"avg\", \"by\": [\"service\"]}"
                            .formatted(fleet.metric(metric)));
        }
    }

    private void add(String name, List<Double> hours, String unit) {
        int quarter = hours.size() / 4;
        double early = median(hours.subList(quarter, 2 * quarter));
        double late = median(hours.subList(hours.size() - quarter, hours.size()));
        report.add(name + ".early", early, unit);
        report.add(name + ".late", late, unit);
        report.add(name + ".growth", late / early, "");
    }

    private static double median(List<Double> values) {
        var sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
