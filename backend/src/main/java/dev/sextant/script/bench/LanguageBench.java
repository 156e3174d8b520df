// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sextant.bench.BenchReport;
import dev.sextant.script.HostAnswer;
import dev.sextant.script.HostCalls;
import dev.sextant.script.Language;
import dev.sextant.script.Script;
import dev.sextant.script.ScriptLimits;
import dev.sextant.script.ScriptOutcome;
import dev.sextant.script.ScriptRequest;
import dev.sextant.script.worker.WorkerConfiguration;
import dev.sextant.script.worker.WorkerSandbox;
import dev.sextant.telemetry.Frame;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import dev.sextant.tenant.TenantId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;

/// The figures of one language, each measured in a sandbox of its own.
final class LanguageBench implements AutoCloseable {
    private static final int POINTS = 360;
    private static final int MOST_EVALUATIONS = 1 << 20;
    private static final int FIRST_ROUNDS = 3;
    private static final int LOOP_ROUNDS = 6;
    private static final int MOST_ROUNDS_TO_SETTLE = 8;
    private static final int ROUNDS_SETTLED = 2;

    /// A round that took this part of the CPU time of the best one before, or more, is no better.
    private static final double SETTLED = 0.95;

    private static final TenantId STEADY = new TenantId("steady");
    private static final Duration SPARE_PATIENCE = Duration.ofSeconds(60);
    private static final HostCalls HOST = _ -> new HostAnswer.Rows(rows());

    private final Language language;
    private final BenchRules rules;
    private final BenchReport report;
    private final WorkerSandbox sandbox;
    private final Duration each;
    private final AtomicLong slots = new AtomicLong();

    /// @param each how long each phase may take
    LanguageBench(
            Language language,
            BenchReport report,
            WorkerConfiguration configuration,
            Duration each) {
        this.language = language;
        this.rules = BenchRules.of(language);
        this.report = report;
        this.sandbox =
                new WorkerSandbox(configuration, new ObjectMapper(), new SimpleMeterRegistry());
        this.each = each;
    }

    void run() throws IOException, InterruptedException {
        var script = rules.overhead();
        measureFirst(script);
        measureThroughput(script);
        measureOverhead(script);
        report.add("worker.rss.mb." + language.text(), residentMegabytes(), "MB");
        measureLoop();
    }

    boolean isCompiling() {
        return sandbox.status().compiled();
    }

    @Override
    public void close() {
        sandbox.close();
    }

    /// A tenant that had none gets a warm spare, which has never seen the rule.
    private void measureFirst(Script script) throws InterruptedException {
        evaluate(new TenantId("before"), script);
        var times = new double[FIRST_ROUNDS];
        for (int round = 0; round < FIRST_ROUNDS; round++) {
            awaitSpare();
            times[round] = evaluate(new TenantId("first-" + round), rules.unseen(script, round));
        }
        Arrays.sort(times);
        report.add(language.text() + ".overhead.first.ms", times[FIRST_ROUNDS / 2], "ms");
    }

    /// Two clients at once, until what the workers do for one evaluation has settled, then for the record.
    private void measureThroughput(Script script) throws InterruptedException {
        long before = 0;
        double best = Double.MAX_VALUE;
        int settled = 0;
        for (int round = 0; round < MOST_ROUNDS_TO_SETTLE && settled < ROUNDS_SETTLED; round++) {
            var done = evaluateTogether(script);
            before += done.evaluations();
            settled = done.cpuMillis() > SETTLED * best ? settled + 1 : 0;
            best = Math.min(best, done.cpuMillis());
        }
        report.add(language.text() + ".overhead.warm.evaluations", before, "");
        var measured = evaluateTogether(script);
        report.add(language.text() + ".overhead.perSecond", measured.perSecond(), "/s");
        report.add(language.text() + ".overhead.cpu.backend.ms", measured.backendMillis(), "ms");
        report.add(language.text() + ".overhead.cpu.workers.ms", measured.workerMillis(), "ms");
    }

    private void measureOverhead(Script script) {
        var times = evaluateFor(each, STEADY, script);
        Arrays.sort(times);
        report.add(language.text() + ".overhead.p50.ms", times[times.length / 2], "ms");
        report.add(language.text() + ".overhead.p99.ms", times[times.length * 99 / 100], "ms");
    }

    /// What two clients did together; the milliseconds are CPU time of one evaluation.
    private record Round(
            long evaluations, double perSecond, double backendMillis, double workerMillis) {
        double cpuMillis() {
            return backendMillis + workerMillis;
        }
    }

    private Round evaluateTogether(Script script) throws InterruptedException {
        var counts = new AtomicLong();
        var meter = new CpuMeter();
        var started = System.nanoTime();
        Runnable client = () -> counts.addAndGet(evaluateFor(each, STEADY, script).length);
        var threads = List.of(Thread.ofVirtual().start(client), Thread.ofVirtual().start(client));
        for (var thread : threads) {
            thread.join();
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        double evaluations = Math.max(1, counts.get());
        return new Round(
                counts.get(),
                evaluations / seconds,
                meter.backendMillis() / evaluations,
                meter.workerMillis() / evaluations);
    }

    private void measureLoop() throws IOException, InterruptedException {
        var script = rules.looping();
        double best = Double.MAX_VALUE;
        for (int round = 0; round < LOOP_ROUNDS; round++) {
            best = Math.min(best, evaluate(STEADY, script));
        }
        var peer = LoopPeer.of(language);
        var millis = peer.millis(rules.loopOf(script));
        var name = "loop.ratio." + peer.name();
        if (millis.isEmpty()) {
            report.leaveOut(name, peer.program() + " is not installed");
            return;
        }
        report.peer(peer.name(), peer.version());
        report.add(name, best / millis.getAsDouble(), "");
    }

    private double[] evaluateFor(Duration time, TenantId tenant, Script script) {
        var times = new double[MOST_EVALUATIONS];
        int count = 0;
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end && count < times.length) {
            times[count++] = evaluate(tenant, script);
        }
        return Arrays.copyOf(times, count);
    }

    /// Milliseconds from the request to the outcome.
    private double evaluate(TenantId tenant, Script script) {
        var nothing = JsonNodeFactory.instance.objectNode();
        var slot = Instant.ofEpochMilli(60_000 * slots.incrementAndGet());
        var request =
                new ScriptRequest(
                        script,
                        nothing,
                        slot,
                        nothing,
                        ScriptLimits.standard().withWallTime(Duration.ofMinutes(1)));
        long started = System.nanoTime();
        var outcome = sandbox.run(tenant, request, HOST);
        long took = System.nanoTime() - started;
        if (!(outcome instanceof ScriptOutcome.Completed)) {
            throw new IllegalStateException("the rule of the benchmark did not run: " + outcome);
        }
        return took / 1e6;
    }

    private void awaitSpare() throws InterruptedException {
        long end = System.nanoTime() + SPARE_PATIENCE.toNanos();
        while (!sandbox.hasSpare(language)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("no spare worker came up in " + SPARE_PATIENCE);
            }
            Thread.sleep(Duration.ofMillis(50));
        }
    }

    /// Of the largest worker.
    private static double residentMegabytes() throws IOException {
        long largest = 0;
        for (var process : ProcessHandle.current().children().toList()) {
            var status = Path.of("/proc", String.valueOf(process.pid()), "status");
            if (Files.isReadable(status)) {
                largest =
                        Math.max(
                                largest,
                                Files.readAllLines(status).stream()
                                        .filter(line -> line.startsWith("VmRSS:"))
                                        .mapToLong(
                                                line -> Long.parseLong(line.replaceAll("\\D", "")))
                                        .sum());
            }
        }
        return largest / 1024.0;
    }

    private static Frame rows() {
        var times = LongStream.range(0, POINTS).map(index -> index * 60_000).toArray();
        var values =
                LongStream.range(0, POINTS).mapToDouble(index -> 10 + Math.sin(index)).toArray();
        var key = new SeriesKey("bench.load", Labels.of("host", "a"));
        return new Frame(List.of(new Series(key, times, values)));
    }
}
