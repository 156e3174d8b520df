// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.worker;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Does things when time is up, each on a virtual thread of its own, so that none waits for another.
final class Watchdog implements AutoCloseable {
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("script-watchdog").daemon().factory());

    /// Runs an action after a while, unless the returned guard is closed before.
    Guard after(Duration wait, Runnable action) {
        var planned =
                timer.schedule(
                        () -> Thread.startVirtualThread(action),
                        wait.toMillis(),
                        TimeUnit.MILLISECONDS);
        return () -> planned.cancel(false);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    /// Calls off what was planned.
    @FunctionalInterface
    interface Guard extends AutoCloseable {
        @Override
        void close();
    }
}
