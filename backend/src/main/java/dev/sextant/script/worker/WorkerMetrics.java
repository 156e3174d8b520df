// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.worker;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.IntSupplier;

/// What the sandbox tells about itself.
final class WorkerMetrics {
    private final MeterRegistry registry;

    WorkerMetrics(MeterRegistry registry, IntSupplier workers, IntSupplier compiled) {
        this.registry = registry;
        Gauge.builder("sextant.script.workers", workers::getAsInt)
                .description("Worker processes alive")
                .register(registry);
        Gauge.builder("sextant.script.compiled", compiled::getAsInt)
                .description("1 when scripts run compiled, 0 when interpreted or not yet known")
                .register(registry);
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
