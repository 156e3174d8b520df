// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.worker;

import dev.sextant.tenant.TenantId;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Which worker serves whom. A worker belongs to the tenant of its first task until it ends: what a script of one tenant
/// did to a process is never met by another tenant. Spares belong to nobody yet.
///
/// All state is guarded by one lock; starting a process, which takes seconds, happens outside of it. The bound is on
/// workers that belong to tenants (`busy` and `idle`); when it is reached, the worker that has been idle for longest
/// makes room.
final class WorkerPool implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(WorkerPool.class);

    private final WorkerStarter starter;
    private final Bounds bounds;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /// Longest idle first.
    private final Deque<Idle> idle = new ArrayDeque<>();

    private final Deque<WorkerProcess> spares = new ArrayDeque<>();
    private final Map<TenantId, Integer> busy = new HashMap<>();
    private int sparesStarting;
    private boolean closed;

    WorkerPool(WorkerStarter starter, Bounds bounds) {
        this.starter = starter;
        this.bounds = bounds;
    }

    /// @param workers belonging to tenants
    /// @param perTenant that one tenant may keep busy
    record Bounds(int workers, int perTenant, int spares, Duration patience, Duration idle) {}

    private record Idle(TenantId tenant, WorkerProcess worker, long sinceNanos) {}

    /// Starts a worker and counts it.
    @FunctionalInterface
    interface WorkerStarter {
        WorkerProcess start() throws IOException;
    }

    /// A worker for one task. Every one that is taken must come back by [#giveBack].
    ///
    /// @throws NoFreeWorkerException when none is free in time
    /// @throws IOException when none can be started; says why, with paths, for operators only
    WorkerProcess take(TenantId tenant) throws IOException {
        var kept = reserve(tenant);
        if (kept != null) {
            return kept;
        }
        refill();
        boolean started = false;
        try {
            var worker = starter.start();
            started = true;
            return worker;
        } finally {
            if (!started) {
                release(tenant);
            }
        }
    }

    /// Takes a worker back after its task; one that is not usable any more is ended.
    void giveBack(TenantId tenant, WorkerProcess worker, boolean usable) {
        lock.lock();
        try {
            if (usable && worker.isAlive() && !closed) {
                idle.addLast(new Idle(tenant, worker, System.nanoTime()));
            } else {
                worker.close();
            }
        } finally {
            lock.unlock();
        }
        release(tenant);
        refill();
    }

    /// Starts what is missing of the spares, in the background.
    void refill() {
        lock.lock();
        try {
            retire();
            while (!closed && spares.size() + sparesStarting < bounds.spares()) {
                sparesStarting++;
                Thread.ofVirtual().name("script-spare").start(this::startSpare);
            }
        } finally {
            lock.unlock();
        }
    }

    /// Workers alive: busy, idle and spare.
    int size() {
        lock.lock();
        try {
            return idle.size() + spares.size() + busyWorkers();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        List<WorkerProcess> ended = new ArrayList<>();
        lock.lock();
        try {
            closed = true;
            idle.forEach(kept -> ended.add(kept.worker()));
            ended.addAll(spares);
            idle.clear();
            spares.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        ended.forEach(WorkerProcess::close);
    }

    /// Makes the tenant one of the busy ones and finds it a living worker; null when one has to be started.
    private @Nullable WorkerProcess reserve(TenantId tenant) throws IOException {
        long wait = bounds.patience().toNanos();
        lock.lock();
        try {
            while (busy.getOrDefault(tenant, 0) >= bounds.perTenant()
                    || busyWorkers() >= bounds.workers()) {
                if (closed || wait <= 0) {
                    throw new NoFreeWorkerException(
                            "no worker was free within " + bounds.patience().toSeconds() + " s");
                }
                wait = changed.awaitNanos(wait);
            }
            busy.merge(tenant, 1, Integer::sum);
            var own = idleOf(tenant);
            return own != null ? own : spare();
        } catch (InterruptedException problem) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for a worker", problem);
        } finally {
            lock.unlock();
        }
    }

    private @Nullable WorkerProcess idleOf(TenantId tenant) {
        for (Iterator<Idle> kept = idle.descendingIterator(); kept.hasNext(); ) {
            var candidate = kept.next();
            if (candidate.tenant().equals(tenant)) {
                kept.remove();
                if (candidate.worker().isAlive()) {
                    return candidate.worker();
                }
                candidate.worker().close();
            }
        }
        return null;
    }

    /// A spare for a tenant that has no idle worker. The longest idle worker of another tenant makes room for it.
    private @Nullable WorkerProcess spare() {
        while (idle.size() + busyWorkers() > bounds.workers() && !idle.isEmpty()) {
            idle.removeFirst().worker().close();
        }
        while (!spares.isEmpty()) {
            var spare = spares.removeFirst();
            if (spare.isAlive()) {
                return spare;
            }
            spare.close();
        }
        return null;
    }

    private void release(TenantId tenant) {
        lock.lock();
        try {
            busy.computeIfPresent(tenant, (_, count) -> count == 1 ? null : count - 1);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Ends workers that had nothing to do for long.
    private void retire() {
        long now = System.nanoTime();
        while (!idle.isEmpty() && now - idle.getFirst().sinceNanos() > bounds.idle().toNanos()) {
            idle.removeFirst().worker().close();
        }
    }

    private void startSpare() {
        WorkerProcess started = null;
        try {
            started = starter.start();
        } catch (IOException problem) {
            LOG.warnf(
                    "no spare script worker: %s; scripts start one when they need it",
                    problem.getMessage());
        }
        keepSpare(started);
    }

    private void keepSpare(@Nullable WorkerProcess started) {
        lock.lock();
        try {
            sparesStarting--;
            if (started != null && closed) {
                started.close();
            } else if (started != null) {
                spares.addLast(started);
            }
        } finally {
            lock.unlock();
        }
    }

    private int busyWorkers() {
        return busy.values().stream().mapToInt(Integer::intValue).sum();
    }
}
