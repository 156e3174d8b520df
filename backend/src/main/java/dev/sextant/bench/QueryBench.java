// SPDX-License-Identifier: Apache-2.0
package dev.sextant.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/// Main class of `./sextant bench query`: the same hour of samples in Sextant and in the peers that are installed, one
/// after the other, each in a process of its own, and the same [Question]s to each. Counts the server's processor time;
/// answers are compared.
public final class QueryBench {
    private static final int SAMPLES_PER_BODY = 20;
    private static final long MINUTE_SECONDS = 60;
    private static final Duration SETTLE = Duration.ofSeconds(60);
    private static final double MILLIS = 1_000;

    /// A server is asked each question until that costs it no less than a moment ago, as far as patience goes: what it needs
    /// in its first minute is another matter.
    private static final Duration WARM_UP_WINDOW = Duration.ofSeconds(3);

    private static final double STILL_GETS_FASTER = 0.85;
    private static final Duration WARM_UP_PATIENCE = Duration.ofSeconds(45);
    private static final Duration QUICK_PATIENCE = Duration.ofSeconds(20);

    /// How long each is asked then, so that the ticks of the processor's clock make no difference.
    private static final Duration MEASURED = Duration.ofSeconds(3);

    private final BenchOptions options;
    private final BenchReport report;
    private final Fleet fleet;
    private final Feed feed;
    private final long to;

    private QueryBench(BenchOptions options, BenchReport report) {
        this.options = options;
        this.report = report;
        this.fleet = options.isQuick() ? new Fleet(100, 100) : Fleet.standard();
        this.feed = new Feed(fleet);
        this.to = options.now() - options.now() % MINUTE_SECONDS;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var options = BenchOptions.parse(arguments);
        var report = BenchReport.toConsole();
        report.machine();
        new QueryBench(options, report).run();
        options.write(report);
    }

    private void run() throws IOException, InterruptedException {
        report.environment("series", String.valueOf(fleet.series()));
        Map<Question, Figures> own;
        var configuration = options.data().resolve("query.properties");
        Files.createDirectories(options.data());
        Files.writeString(configuration, "sextant.ingest.limits.active-series=2000000\n");
        try (var server =
                BenchServer.sextant(
                        options.launcher(), options.data(), "--config", configuration.toString())) {
            own = measure(server);
            report.add("rss.mb", server.meter().residentMegabytes(), "MB");
            report.add("rss.peak.mb", server.meter().peakMegabytes(), "MB");
            try (var sender = new Sender(server)) {
                new ManySeries(report, options.isQuick()).measure(server, sender, to * 1_000);
            }
        }
        own.forEach((question, figures) -> figures.report(question.text(), report));
        for (var peer : Peer.values()) {
            if (peer.isInstalled()) {
                report.peer(peer.text(), peer.version());
                compare(peer, own);
            } else {
                report.leaveOut(
                        "q1 ... q6 .cpuRatio." + peer.text(), peer.program() + " is not installed");
            }
        }
    }

    private void compare(Peer peer, Map<Question, Figures> own)
            throws IOException, InterruptedException {
        Map<Question, Figures> others;
        try (var server = peer.start(folder(peer))) {
            others = measure(server);
        }
        for (var question : Question.values()) {
            var ours = own.getOrDefault(question, Figures.NONE);
            var theirs = others.getOrDefault(question, Figures.NONE);
            theirs.report(question.text() + "." + peer.text(), report);
            report.add(
                    question.text() + ".cpuRatio." + peer.text(),
                    ours.cpuMillis() / theirs.cpuMillis(),
                    "");
            if (!ours.tally().agreesWith(theirs.tally())) {
                report.leaveOut(
                        question.text() + ".results",
                        "answers differ: %s here, %s from %s"
                                .formatted(ours.tally(), theirs.tally(), peer.text()));
            }
        }
    }

    private Path folder(Peer peer) {
        return options.data().resolve(peer.text());
    }

    /// What one question took.
    ///
    /// @param wallMillis median
    /// @param cpuMillis mean of the server's
    record Figures(double wallMillis, double cpuMillis, Tally tally) {
        static final Figures NONE = new Figures(Double.NaN, Double.NaN, Tally.none());

        void report(String name, BenchReport report) {
            report.add(name + ".wall.ms", wallMillis, "ms");
            report.add(name + ".cpu.ms", cpuMillis, "ms");
        }
    }

    private Map<Question, Figures> measure(BenchServer server)
            throws IOException, InterruptedException {
        var figures = new EnumMap<Question, Figures>(Question.class);
        try (var sender = new Sender(server)) {
            feed.send(sender, to - Duration.ofHours(1).toSeconds(), to, SAMPLES_PER_BODY);
            server.meter().settle(SETTLE);
            var tallies = new EnumMap<Question, Tally>(Question.class);
            for (var question : Question.values()) {
                tallies.put(question, tally(asks(question, server), sender));
                warmUp(question, server, sender);
            }
            for (var question : Question.values()) {
                var tally = tallies.getOrDefault(question, Tally.none());
                figures.put(question, measure(question, server, sender, tally));
            }
        }
        return figures;
    }

    private void warmUp(Question question, BenchServer server, Sender sender)
            throws IOException, InterruptedException {
        var asks = asks(question, server);
        var patience = options.isQuick() ? QUICK_PATIENCE : WARM_UP_PATIENCE;
        long begun = System.nanoTime();
        double before;
        double now = Double.MAX_VALUE;
        do {
            before = now;
            double used = server.meter().cpuSeconds();
            int rounds = walls(asks, sender, 1, WARM_UP_WINDOW).length;
            now = (server.meter().cpuSeconds() - used) / rounds;
        } while (now < before * STILL_GETS_FASTER && isBefore(begun, patience));
    }

    private List<Ask> asks(Question question, BenchServer server) {
        return server.token().isPresent()
                ? question.ofSextant(fleet, to * 1_000)
                : question.ofPeer(fleet, to * 1_000);
    }

    private static Tally tally(List<Ask> asks, Sender sender)
            throws IOException, InterruptedException {
        var tally = Tally.none();
        for (var ask : asks) {
            tally = tally.plus(Tally.of(ask, sender.fetch(ask)));
        }
        return tally;
    }

    private Figures measure(Question question, BenchServer server, Sender sender, Tally tally)
            throws IOException, InterruptedException {
        double before = server.meter().cpuSeconds();
        var walls = walls(asks(question, server), sender, question.rounds(), MEASURED);
        double cpu = (server.meter().cpuSeconds() - before) * MILLIS / walls.length;
        Arrays.sort(walls);
        return new Figures(walls[walls.length / 2], cpu, tally);
    }

    /// Milliseconds of each round, for at least so many rounds and so long.
    private static double[] walls(List<Ask> asks, Sender sender, int rounds, Duration atLeast)
            throws IOException, InterruptedException {
        var walls = DoubleStream.builder();
        long begun = System.nanoTime();
        for (int round = 0; round < rounds || isBefore(begun, atLeast); round++) {
            long started = System.nanoTime();
            for (var ask : asks) {
                sender.fetch(ask);
            }
            walls.add((System.nanoTime() - started) / 1e6);
        }
        return walls.build().toArray();
    }

    private static boolean isBefore(long begun, Duration length) {
        return System.nanoTime() - begun < length.toNanos();
    }
}
