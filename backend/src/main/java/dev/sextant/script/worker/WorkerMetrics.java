// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.worker;

import dev.sextant.protocol.Message.Drop;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;

/// What the sandbox tells about itself.
final class WorkerMetrics {
    private final MeterRegistry registry;

    /// What workers could give up: 1, or could not: 0.
    private final Map<String, Integer> confinement = new ConcurrentHashMap<>();

    WorkerMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /// Shows how the workers are, as long as this lives.
    void show(IntSupplier workers, IntSupplier compiled) {
        Gauge.builder("sextant.script.workers", workers::getAsInt)
                .description("Worker processes alive")
                .register(registry);
        Gauge.builder("sextant.script.compiled", compiled::getAsInt)
                .description("1 when scripts run compiled, 0 when interpreted or not yet known")
                .register(registry);
    }

    /// @param drops of the worker that started last
    void confined(List<Drop> drops) {
        for (var drop : drops) {
            if (confinement.put(drop.what(), drop.failure() == null ? 1 : 0) == null) {
                Gauge.builder(
                                "sextant.script.confinement",
                                () -> confinement.getOrDefault(drop.what(), 0))
                        .tag("what", drop.what())
                        .description("1 when script workers gave it up at their start, 0 when not")
                        .register(registry);
            }
        }
    }

    void started(Duration took) {
        Timer.builder("sextant.script.worker.starts")
                .description("Starts of worker processes, until they are warm")
                .register(registry)
                .record(took);
    }

    /// @param reason why the worker could not be kept: "timeout", "memory", "death" or "rubbish"
    void lost(String reason) {
        registry.counter("sextant.script.worker.losses", "reason", reason).increment();
    }

    /// @param outcome of a run: "completed", "failed", "limit", "lost" or "not-run"
    void ran(String outcome, Duration took) {
        Timer.builder("sextant.script.run")
                .description("Runs of scripts, from request to outcome")
                .tag("outcome", outcome)
                .publishPercentiles(0.5, 0.99)
                .register(registry)
                .record(took);
    }
}
