// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.worker;

import dev.sextant.tenant.TenantId;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Which worker serves whom. A worker has one shape, which is its language and what it may use, and belongs to the tenant of its first task until it ends: what
/// a script of one tenant did to a process is never met by another tenant. Spares belong to nobody yet; they are kept for
/// the shapes that were asked for.
///
/// All state is guarded by one lock; starting a process, which takes seconds, happens outside of it. The bound is on
/// workers that belong to tenants (`busy` and `idle`); when it is reached, the worker that has been idle for longest
/// makes room. [Turns] says who comes next when all are busy.
final class WorkerPool implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(WorkerPool.class);

    private final WorkerStarter starter;
    private final PoolBounds bounds;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /// Longest idle first.
    private final Deque<Idle> idle = new ArrayDeque<>();

    private final Map<WorkerShape, Spares> spares = new HashMap<>();
    private final Map<Lane, Turns> lanes = new EnumMap<>(Lane.class);
    private boolean closed;

    WorkerPool(WorkerStarter starter, PoolBounds bounds) {
        this.starter = starter;
        this.bounds = bounds;
        bounds.shares()
                .forEach((lane, share) ->
                        lanes.put(lane, new Turns(share.workers(), share.perTenant())));
    }

    /// Whom a worker serves.
    record Owner(TenantId tenant, WorkerShape shape) {}

    private record Idle(Owner owner, WorkerProcess worker, long sinceNanos) {}

    /// The spares of one shape.
    private static final class Spares {
        final Deque<WorkerProcess> ready = new ArrayDeque<>();
        int starting;
    }

    /// Starts a worker and counts it.
    @FunctionalInterface
    interface WorkerStarter {
        WorkerProcess start(WorkerShape shape) throws IOException;
    }

    /// A worker for one task. Every one that is taken must come back by [#giveBack].
    ///
    /// @throws NoFreeWorkerException when none is free in time
    /// @throws IOException when none can be started; says why, with paths, for operators only
    WorkerProcess take(Owner owner, Lane lane) throws IOException {
        var kept = reserve(owner, lane);
        if (kept != null) {
            return kept;
        }
        boolean started = false;
        try {
            var worker = starter.start(owner.shape());
            started = true;
            return worker;
        } finally {
            if (!started) {
                release(owner.tenant(), lane);
            }
        }
    }

    /// Takes a worker back after its task; one that is not usable any more is ended.
    void giveBack(Owner owner, Lane lane, WorkerProcess worker, boolean usable) {
        lock.lock();
        try {
            if (usable && worker.isAlive() && !closed) {
                idle.addLast(new Idle(owner, worker, System.nanoTime()));
            } else {
                worker.close();
            }
        } finally {
            lock.unlock();
        }
        release(owner.tenant(), lane);
        refill(owner.shape());
    }

    /// Starts what is missing of a shape's spares, in the background.
    void refill(WorkerShape shape) {
        lock.lock();
        try {
            retire();
            var own = sparesOf(shape);
            while (!closed
                    && own.ready.size() + own.starting
                            < bounds.spares().getOrDefault(shape.language(), 0)) {
                own.starting++;
                Thread.ofVirtual().name("script-spare").start(() -> startSpare(shape));
            }
        } finally {
            lock.unlock();
        }
    }

    boolean hasSpare(WorkerShape shape) {
        lock.lock();
        try {
            return !sparesOf(shape).ready.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /// Workers alive: busy, idle and spare.
    int size() {
        lock.lock();
        try {
            int ready = spares.values().stream().mapToInt(own -> own.ready.size()).sum();
            return idle.size() + ready + busyWorkers();
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
            spares.values().forEach(own -> ended.addAll(own.ready));
            idle.clear();
            spares.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        ended.forEach(WorkerProcess::close);
    }

    /// Makes the tenant one of the busy ones and finds it a living worker; null when one has to be started.
    private @Nullable WorkerProcess reserve(Owner owner, Lane lane) throws IOException {
        lock.lock();
        var turns = turns(lane);
        var turn = turns.waitFor(owner.tenant());
        try {
            awaitTurn(turns, turn);
            turns.begin(turn);
            var own = idleOf(owner);
            return own != null ? own : spare(owner.shape());
        } catch (InterruptedException problem) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for a worker", problem);
        } finally {
            turns.leave(turn);
            // Whoever came after this one may be next now.
            changed.signalAll();
            lock.unlock();
        }
    }

    private Turns turns(Lane lane) {
        return Objects.requireNonNull(lanes.get(lane));
    }

    private int busyWorkers() {
        return lanes.values().stream().mapToInt(Turns::busyWorkers).sum();
    }

    private void awaitTurn(Turns turns, Turns.Turn turn)
            throws InterruptedException, NoFreeWorkerException {
        long wait = bounds.patience().toNanos();
        while (!turns.isNext(turn)) {
            if (closed || wait <= 0) {
                throw new NoFreeWorkerException(
                        "no worker was free within " + bounds.patience().toSeconds() + " s");
            }
            wait = changed.awaitNanos(wait);
        }
    }

    private @Nullable WorkerProcess idleOf(Owner owner) {
        for (Iterator<Idle> kept = idle.descendingIterator(); kept.hasNext(); ) {
            var candidate = kept.next();
            if (candidate.owner().equals(owner)) {
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
    private @Nullable WorkerProcess spare(WorkerShape shape) {
        while (idle.size() + busyWorkers() > bounds.workers() && !idle.isEmpty()) {
            idle.removeFirst().worker().close();
        }
        var ready = sparesOf(shape).ready;
        while (!ready.isEmpty()) {
            var spare = ready.removeFirst();
            if (spare.isAlive()) {
                return spare;
            }
            spare.close();
        }
        return null;
    }

    private void release(TenantId tenant, Lane lane) {
        lock.lock();
        try {
            turns(lane).end(tenant);
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

    private Spares sparesOf(WorkerShape shape) {
        return spares.computeIfAbsent(shape, _ -> new Spares());
    }

    private void startSpare(WorkerShape shape) {
        WorkerProcess started = null;
        try {
            started = starter.start(shape);
        } catch (IOException problem) {
            LOG.warnf(
                    "no spare script worker: %s; scripts start one when they need it",
                    problem.getMessage());
        }
        keepSpare(shape, started);
    }

    private void keepSpare(WorkerShape shape, @Nullable WorkerProcess started) {
        lock.lock();
        try {
            var own = sparesOf(shape);
            own.starting--;
            if (started != null && closed) {
                started.close();
            } else if (started != null) {
                own.ready.addLast(started);
            }
        } finally {
            lock.unlock();
        }
    }
}
