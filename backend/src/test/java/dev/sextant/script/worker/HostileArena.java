// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.worker;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.script.Language;
import dev.sextant.script.worker.HostileReport.Base;
import dev.sextant.tenant.TenantId;
import dev.sextant.testing.Await;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The production sandbox with small limits, and two tenants that run hostile scripts in it side by side, while their
/// victim runs its harmless rule.
final class HostileArena implements AutoCloseable {
    private static final List<TenantId> ATTACKERS =
            List.of(new TenantId("mallory"), new TenantId("oscar"));
    static final Duration GRACE = Duration.ofMillis(500);
    private static final Duration HEADER_TIME = Duration.ofSeconds(5);

    /// How long the reading of a header can take at most.
    static final Duration HEADER_LIMIT = HEADER_TIME.plus(GRACE);

    private static final int SPARES = 2;

    /// Each tenant's own, and the spares, of which each lane may have one on its way.
    static final int MOST_WORKERS = ATTACKERS.size() + 1 + 2 * SPARES;

    private final HostileVitals vitals = new HostileVitals();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, CompletableFuture<HostileReport>> reports = new LinkedHashMap<>();
    private final WorkerSandbox sandbox;
    private final List<HostileLane> lanes;
    private final String baseline;
    private final Base before;

    HostileArena(Language language, Path folder) throws IOException {
        this.sandbox =
                new WorkerSandbox(
                        configuration(folder), new ObjectMapper(), new SimpleMeterRegistry());
        sandbox.start(new StartupEvent());
        var probe = HostileScript.probe(language);
        this.lanes =
                ATTACKERS.stream().map(tenant -> new HostileLane(tenant, sandbox, probe)).toList();
        this.baseline = lanes.getFirst().baseline();
        var _ = lanes.getLast().baseline();
        this.before = vitals.now();
    }

    /// Begins to run the scripts.
    void run(List<HostileScript> scripts) {
        var waiting = new ConcurrentLinkedQueue<>(scripts);
        scripts.forEach(script -> reports.put(script.name(), new CompletableFuture<>()));
        lanes.forEach(lane -> threads.execute(() -> work(lane, waiting)));
    }

    /// What came of a script.
    HostileReport await(HostileScript script) {
        return Objects.requireNonNull(reports.get(script.name())).join();
    }

    /// What the harmless rule answers when all is well.
    String baseline() {
        return baseline;
    }

    /// How the platform was when no hostile script had run yet.
    Base before() {
        return before;
    }

    /// Ends the sandbox; true when it left no process.
    boolean isGoneAfterClose() {
        close();
        Await.until(Duration.ofSeconds(60), "the workers' end", () -> vitals.workers().isEmpty());
        return vitals.workers().isEmpty();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        sandbox.close();
    }

    private void work(HostileLane lane, ConcurrentLinkedQueue<HostileScript> waiting) {
        for (var script = waiting.poll(); script != null; script = waiting.poll()) {
            run(lane, script);
        }
    }

    /// A script cannot make the platform throw: if it does, its test fails with that.
    private void run(HostileLane lane, HostileScript script) {
        var report = Objects.requireNonNull(reports.get(script.name()));
        var _ =
                CompletableFuture.supplyAsync(
                                () -> lane.run(script, vitals, threads), Runnable::run)
                        .thenAccept(report::complete)
                        .exceptionally(thrown -> {
                            report.completeExceptionally(thrown);
                            return null;
                        });
    }

    static WorkerConfiguration configuration(Path folder) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("worker-home", TestConfiguration.BUILT.toString());
        settings.put("run-folder", folder.toString());
        settings.put("workers", "" + (ATTACKERS.size() + 1));
        settings.put("workers-per-tenant", "1");
        settings.put("spares", "" + SPARES);
        settings.put("python-spares", "" + SPARES);
        settings.put("grace", GRACE.toMillis() + "ms");
        settings.put("header-timeout", HEADER_TIME.toSeconds() + "s");
        settings.put("patience", "60s");
        settings.put("start-timeout", "180s");
        settings.put("limits.tenant-cpu-per-minute", "3600s");
        settings.put("state-bytes", "2000");
        var builder =
                new SmallRyeConfigBuilder()
                        .withMapping(WorkerConfiguration.class)
                        .withConverter(Duration.class, 200, new DurationConverter());
        settings.forEach(
                (name, value) -> builder.withDefaultValue("sextant.script." + name, value));
        return builder.build().getConfigMapping(WorkerConfiguration.class);
    }
}
