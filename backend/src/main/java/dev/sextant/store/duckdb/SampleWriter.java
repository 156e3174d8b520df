// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.duckdb;

import dev.sextant.store.StoreUnavailableException;
import dev.sextant.telemetry.Series;
import dev.sextant.tenant.TenantId;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// The one thread that changes the database. Batches that wait together are committed together: one write to disk for
/// all of them, and each sender returns when its batch is on disk. How many samples may wait is bounded; senders of more
/// are held back.
final class SampleWriter implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(SampleWriter.class);
    private static final int GROUP_SAMPLES = 250_000;

    /// What the thread does next.
    private sealed interface Job {
        CompletableFuture<?> done();

        record Append(
                TenantId tenant, List<Series> batch, int samples, CompletableFuture<Boolean> done)
                implements Job {}

        record Apply<T>(Change<T> change, CompletableFuture<T> done) implements Job {}

        record Stop(CompletableFuture<Boolean> done) implements Job {}
    }

    /// A change of the database other than appending. It begins and commits its own transactions.
    interface Change<T> {
        T apply(WriteTransaction transaction) throws SQLException, IOException;
    }

    private final WriteTransaction transaction;
    private final Semaphore room;
    private final int maxRoom;
    private final Duration patience;
    private final BlockingQueue<Job> queue = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean closing;
    private boolean failing;

    SampleWriter(WriteTransaction transaction, StoreConfig config) {
        this.transaction = transaction;
        this.maxRoom = config.queueSamples();
        this.room = new Semaphore(maxRoom);
        this.patience = config.patience();
        this.thread = Thread.ofPlatform().name("store-writer").daemon().start(this::work);
    }

    void append(TenantId tenant, List<Series> batch) {
        int samples = batch.stream().mapToInt(Series::length).sum();
        if (samples == 0) {
            return;
        }
        int permits = Math.min(samples, maxRoom);
        try {
            if (!room.tryAcquire(permits, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new StoreUnavailableException(
                        "the store is behind: %,d samples wait to be written; send again later"
                                .formatted(maxRoom - room.availablePermits()));
            }
            try {
                await(new Job.Append(tenant, batch, samples, new CompletableFuture<>()));
            } finally {
                room.release(permits);
            }
        } catch (InterruptedException problem) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException(
                    "interrupted before the samples were on disk", problem);
        }
    }

    /// Makes a change between two groups of batches and returns when it is made.
    ///
    /// @throws StoreUnavailableException when it was not made; when the caller was interrupted it may be made yet
    <T> T change(Change<T> change) {
        var job = new Job.Apply<>(change, new CompletableFuture<T>());
        try {
            await(job);
        } catch (InterruptedException problem) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException("interrupted before the change was made", problem);
        }
        return job.done().join();
    }

    /// Finishes what waits and refuses the rest.
    @Override
    public void close() {
        closing = true;
        queue.add(new Job.Stop(new CompletableFuture<>()));
        try {
            thread.join();
        } catch (InterruptedException problem) {
            Thread.currentThread().interrupt();
        }
    }

    private void await(Job job) throws InterruptedException {
        if (closing) {
            throw new StoreUnavailableException(
                    "the store is shutting down; send again when it is back");
        }
        queue.add(job);
        try {
            job.done().get();
        } catch (ExecutionException problem) {
            throw problem.getCause() instanceof StoreUnavailableException known
                    ? known
                    : new StoreUnavailableException("the samples could not be written", problem);
        }
    }

    private void work() {
        try {
            var open = true;
            while (open) {
                open = handle(queue.take());
            }
        } catch (InterruptedException problem) {
            LOG.warn("the store's writer was interrupted; nothing more is written", problem);
        } finally {
            closing = true;
            refuseRest();
        }
    }

    private boolean handle(Job job) {
        return switch (job) {
            case Job.Append first -> {
                write(first);
                yield true;
            }
            case Job.Apply<?> apply -> {
                apply(apply);
                yield true;
            }
            case Job.Stop _ -> false;
        };
    }

    private void write(Job.Append first) {
        var group = new ArrayList<Job.Append>();
        group.add(first);
        int samples = first.samples();
        while (samples < GROUP_SAMPLES && queue.peek() instanceof Job.Append next) {
            queue.remove();
            group.add(next);
            samples += next.samples();
        }
        try {
            transaction.begin();
            for (var append : group) {
                transaction.add(append.tenant(), append.batch());
            }
            transaction.commit();
            group.forEach(append -> append.done().complete(true));
            if (failing) {
                failing = false;
                LOG.info("samples are written again");
            }
        } catch (SQLException | RuntimeException problem) {
            refuse(group, problem);
        }
    }

    private void refuse(List<Job.Append> group, Exception problem) {
        transaction.rollback().forEach(problem::addSuppressed);
        if (!failing) {
            failing = true;
            LOG.error(
                    "samples cannot be written; their senders are told until it works again",
                    problem);
        }
        var refusal =
                new StoreUnavailableException(
                        "the samples could not be written (%s); send again later"
                                .formatted(problem.getMessage()),
                        problem);
        group.forEach(append -> append.done().completeExceptionally(refusal));
    }

    private <T> void apply(Job.Apply<T> job) {
        try {
            job.done().complete(job.change().apply(transaction));
        } catch (SQLException | IOException | RuntimeException problem) {
            transaction.rollback().forEach(problem::addSuppressed);
            job.done()
                    .completeExceptionally(
                            new StoreUnavailableException(
                                    "the store could not be changed (%s); try again later"
                                            .formatted(problem.getMessage()),
                                    problem));
        }
    }

    private void refuseRest() {
        for (Job job; (job = queue.poll()) != null; ) {
            job.done()
                    .completeExceptionally(
                            new StoreUnavailableException(
                                    "the store is shutting down; send again when it is back"));
        }
    }
}
