// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.source;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// The one line to a source: how many may use it at one time, and a breaker. After a few failures in a row it opens, and
/// nobody waits for the source for a while, each time longer; then one request tries it again.
final class SourceLine {
    private static final int FAILURES = 3;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(15);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final Semaphore places;
    private int failures;
    private boolean isTried;
    private @Nullable Instant lastSuccess;
    private @Nullable Instant lastError;
    private @Nullable String problem;
    private @Nullable Long millis;

    SourceLine(int parallel) {
        this.places = new Semaphore(parallel);
    }

    Semaphore places() {
        return places;
    }

    /// Until when the source is not asked; empty when it may be asked now, which the caller then does.
    synchronized Optional<Instant> closedUntil(Instant now) {
        var opened = lastError;
        if (failures < FAILURES || opened == null) {
            return Optional.empty();
        }
        var until = opened.plus(pause());
        if (now.isBefore(until)) {
            return Optional.of(until);
        }
        if (isTried) {
            return Optional.of(now.plus(FIRST_PAUSE));
        }
        isTried = true;
        return Optional.empty();
    }

    private Duration pause() {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - FAILURES, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    synchronized void succeeded(Instant now, long took) {
        failures = 0;
        isTried = false;
        problem = null;
        lastSuccess = now;
        millis = took;
    }

    synchronized void failed(Instant now, String why) {
        failures++;
        isTried = false;
        problem = why;
        lastError = now;
    }

    /// The request ended for a reason that says nothing of the source.
    synchronized void ended() {
        isTried = false;
    }

    synchronized @Nullable String problem() {
        return problem;
    }

    synchronized SourceHealth health(Instant now) {
        return new SourceHealth(state(now), lastSuccess, lastError, problem, millis);
    }

    private String state(Instant now) {
        if (problem == null) {
            return lastSuccess == null ? "unknown" : "ok";
        }
        var opened = lastError;
        boolean isOpen =
                failures >= FAILURES && opened != null && now.isBefore(opened.plus(pause()));
        return isOpen ? "open" : "failing";
    }
}
