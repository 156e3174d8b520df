// SPDX-License-Identifier: Apache-2.0
package dev.sextant.testing;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Waiting for what a running process does in its own time: look again and again until it is there or the deadline has
/// passed. A machine under load is given longer than anybody should need.
public final class Await {
    private static final Duration PAUSE = Duration.ofMillis(50);

    private Await() {}

    /// What the supplier finds, as soon as it finds something.
    ///
    /// @param what completes the sentence "waited 60 s in vain for ..."
    public static <T> T value(Duration atMost, String what, Supplier<Optional<T>> look) {
        var deadline = System.nanoTime() + atMost.toNanos();
        while (true) {
            var found = look.get();
            if (found.isPresent()) {
                return found.get();
            }
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError(
                        "waited %d s in vain for %s".formatted(atMost.toSeconds(), what));
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    public static void until(Duration atMost, String what, BooleanSupplier holds) {
        value(atMost, what, () -> holds.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }
}
