// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.file;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/// Cancels statements that nobody waits for any more: a statement may work for long before its first row, when whoever
/// reads the rows cannot look.
public final class RunningStatements implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(RunningStatements.class);
    private static final long LOOK_EVERY_MILLIS = 100;

    private final Set<Running> running = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("store-watch").daemon().factory());

    /// What is done with a statement.
    @FunctionalInterface
    public interface Work {
        void run() throws SQLException;
    }

    private static final class Running {
        private final Statement statement;
        private final BooleanSupplier isWanted;
        private boolean isOver;

        Running(Statement statement, BooleanSupplier isWanted) {
            this.statement = statement;
            this.isWanted = isWanted;
        }

        /// Never once it is over: its connection may be somebody else's then.
        synchronized void cancel() throws SQLException {
            if (!isOver) {
                statement.cancel();
            }
        }

        synchronized void over() {
            isOver = true;
        }
    }

    public RunningStatements() {
        var _ =
                watch.scheduleWithFixedDelay(
                        this::look, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /// Does the work, which ends with an exception of the engine soon after it is not wanted any more.
    ///
    /// @param isWanted asked by another thread while the work goes on; does not throw
    public void run(Statement statement, BooleanSupplier isWanted, Work work) throws SQLException {
        var one = new Running(statement, isWanted);
        running.add(one);
        try {
            work.run();
        } finally {
            running.remove(one);
            one.over();
        }
    }

    private void look() {
        for (var one : running) {
            if (!one.isWanted.getAsBoolean()) {
                try {
                    one.cancel();
                } catch (SQLException problem) {
                    LOG.warn("a statement that nobody waits for goes on to its end", problem);
                }
            }
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
