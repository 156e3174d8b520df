// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.worker;

import dev.sextant.protocol.Message;
import dev.sextant.script.LimitUse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Watches one exchange: a task that passes its wall time, or whose worker passes its CPU time, is cancelled; a worker
/// that does not stop within the grace time after that is killed. One timer serves all of it; it comes back when the
/// next limit could be reached at the earliest.
final class Supervision implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Supervision.class);
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(20);
    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    private final WorkerProcess worker;
    private final Watchdog watchdog;
    private final Allowed allowed;
    private final long started = System.nanoTime();
    private final Duration cpuBefore;
    private final CountDownLatch cancelTold = new CountDownLatch(1);
    private Watchdog.@Nullable Guard guard;
    private @Nullable LimitUse passed;
    private Duration cpuSeen = Duration.ZERO;
    private @Nullable Future<?> serving;
    private boolean over;
    private boolean killed;

    /// @param grace how long a cancelled task may go on
    record Allowed(Duration wallTime, Duration cpuTime, Duration grace) {}

    Supervision(WorkerProcess worker, Watchdog watchdog, Allowed allowed) {
        this.worker = worker;
        this.watchdog = watchdog;
        this.allowed = allowed;
        this.cpuBefore = worker.cpuTime();
    }

    synchronized void start() {
        next(earliest(Duration.ZERO, Duration.ZERO));
    }

    /// The limit at which the task was stopped; null when it was not.
    synchronized @Nullable LimitUse passed() {
        return passed;
    }

    /// What the worker's process has used since this began; the compiler of the guests works in it, too.
    synchronized Duration cpuTime() {
        var now = worker.cpuTime().minus(cpuBefore);
        // A process that is gone tells nothing any more.
        cpuSeen = now.compareTo(cpuSeen) > 0 ? now : cpuSeen;
        return cpuSeen;
    }

    /// What was used of the times so far.
    List<LimitUse> uses() {
        return List.of(
                use("wallTime", wallTime(), allowed.wallTime()),
                use("cpuTime", cpuTime(), allowed.cpuTime()));
    }

    private static LimitUse use(String name, Duration used, Duration allowed) {
        return new LimitUse(name, used.toMillis(), allowed.toMillis(), "ms");
    }

    /// From here on the worker waits for the host: it is innocent of the time that goes by. Nobody waits for the call
    /// any longer than the task may take.
    synchronized void beginServing(Future<?> call) {
        serving = call;
        if (passed != null) {
            call.cancel(false);
        }
    }

    synchronized void endServing() {
        serving = null;
        if (passed != null) {
            next(allowed.grace());
        }
    }

    /// The task came to its end: from now on nobody cancels or kills, so that what comes too late does not meet the
    /// worker's next task. A cancellation that is under way is waited for; should the worker not read it, the worker is
    /// killed after the grace time, which ends the wait. False when it was killed.
    boolean end() {
        if (passed() != null) {
            awaitCancelTold();
        }
        synchronized (this) {
            over = true;
            return !killed;
        }
    }

    synchronized void kill() {
        if (!over) {
            killed = true;
            worker.kill();
        }
    }

    @Override
    public synchronized void close() {
        over = true;
        if (guard != null) {
            guard.close();
        }
    }

    /// Comes when a limit could have been reached, and again when the grace time is over.
    private void look() {
        synchronized (this) {
            if (over) {
                return;
            }
            if (passed != null) {
                killUnlessServing();
                return;
            }
            var wall = wallTime();
            var cpu = cpuTime();
            passed = reached(wall, cpu);
            if (passed == null) {
                next(earliest(wall, cpu));
                return;
            }
            if (serving != null) {
                serving.cancel(false);
            }
            next(allowed.grace());
        }
        cancel();
    }

    /// A worker that waits for the host gets its grace time when it is answered.
    private void killUnlessServing() {
        if (serving == null) {
            kill();
        }
    }

    private @Nullable LimitUse reached(Duration wall, Duration cpu) {
        if (wall.compareTo(allowed.wallTime()) >= 0) {
            return use("wallTime", wall, allowed.wallTime());
        }
        return cpu.compareTo(allowed.cpuTime()) >= 0
                ? use("cpuTime", cpu, allowed.cpuTime())
                : null;
    }

    private Duration wallTime() {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    /// Not under the lock: a worker that reads nothing must not keep anybody from killing it.
    private void cancel() {
        try {
            worker.send(new Message.Cancel());
        } catch (IOException problem) {
            LOG.debugf("a worker went before its cancellation: %s", problem.getMessage());
        } finally {
            cancelTold.countDown();
        }
    }

    private void awaitCancelTold() {
        try {
            cancelTold.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            kill();
        }
    }

    /// When the first limit could be reached: the CPU time goes by as fast as there are processors.
    private Duration earliest(Duration wall, Duration cpu) {
        var byWall = allowed.wallTime().minus(wall);
        var byCpu = allowed.cpuTime().minus(cpu).dividedBy(PROCESSORS);
        var first = byWall.compareTo(byCpu) < 0 ? byWall : byCpu;
        return first.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : first;
    }

    private void next(Duration wait) {
        guard = watchdog.after(wait, this::look);
    }
}
