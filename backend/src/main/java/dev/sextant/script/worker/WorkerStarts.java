// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.worker;

import dev.sextant.script.worker.WorkerProcess.Launch;
import java.io.IOException;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Starts workers, and knows where their files lie and how they are. Starts one after another or several at once.
final class WorkerStarts implements WorkerPool.WorkerStarter, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(WorkerStarts.class);

    private final WorkerConfiguration configuration;
    private final WorkerCommand command;
    private final Watchdog watchdog;
    private final WorkerMetrics metrics;
    private final WorkerCondition condition = new WorkerCondition();
    private @Nullable RunFolder runFolder;

    WorkerStarts(WorkerConfiguration configuration, Watchdog watchdog, WorkerMetrics metrics) {
        this.configuration = configuration;
        this.command = new WorkerCommand(configuration.workerHome());
        this.watchdog = watchdog;
        this.metrics = metrics;
    }

    @Override
    public WorkerProcess start(WorkerShape shape) throws IOException {
        var started = System.nanoTime();
        var worker =
                WorkerProcess.start(
                        new Launch(command, shape, configuration.startTimeout()),
                        openRunFolder().next(),
                        watchdog);
        condition.learn(worker.greeting());
        metrics.confined(worker.greeting().drops());
        if (configuration.confinement() == WorkerConfinement.REQUIRED
                && !worker.greeting().isConfined()) {
            worker.close();
            throw new IOException(
                    "the worker could not be confined (%s), which sextant.script.confinement=required demands; scripts do not run on this system unless it is best-effort"
                            .formatted(worker.greeting().openTo()));
        }
        metrics.started(Duration.ofNanos(System.nanoTime() - started));
        return worker;
    }

    WorkerCondition condition() {
        return condition;
    }

    @Override
    public synchronized void close() {
        if (runFolder == null) {
            return;
        }
        try {
            runFolder.close();
        } catch (IOException problem) {
            LOG.debugf("%s; the next start removes it", problem.getMessage());
        }
    }

    private synchronized RunFolder openRunFolder() throws IOException {
        if (runFolder == null) {
            runFolder = RunFolder.open(configuration.runFolder());
        }
        return runFolder;
    }
}
