// SPDX-License-Identifier: Apache-2.0
package dev.sextant.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Slows down guessing: after some failures of one key (an account, an address) each further one doubles the time in which
/// no attempt is looked at. It lives in memory, so every node counts for itself, and it remembers a bounded number of keys.
///
/// An attempt counts as a failure from its beginning until it is known to have succeeded; otherwise a crowd of attempts at
/// the same moment would all be let through.
public final class LockOut {
    private static final int MOST_KEYS = 20_000;
    private static final int MOST_DOUBLINGS = 20;

    private final Policy policy;
    private final Map<String, Trail> trails =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Trail> eldest) {
                    return size() > MOST_KEYS;
                }
            };

    public LockOut(Policy policy) {
        this.policy = policy;
    }

    /// How patient it is.
    ///
    /// @param freeFailures failures that cost nothing
    /// @param firstWait the wait after the next one
    /// @param longestWait no wait is longer
    /// @param forgetAfter a key without failures for so long starts anew
    public record Policy(
            int freeFailures, Duration firstWait, Duration longestWait, Duration forgetAfter) {}

    private record Trail(int failures, Instant last, Instant lockedUntil) {}

    /// Begins an attempt: empty when it may go on, otherwise the time until the next one may.
    public synchronized Optional<Duration> begin(String key, Instant now) {
        var trail = trails.get(key);
        if (trail == null || !now.isBefore(trail.last().plus(policy.forgetAfter()))) {
            trail = new Trail(0, now, now);
        }
        if (now.isBefore(trail.lockedUntil())) {
            return Optional.of(Duration.between(now, trail.lockedUntil()));
        }
        var failures = trail.failures() + 1;
        trails.put(key, new Trail(failures, now, now.plus(waitAfter(failures))));
        return Optional.empty();
    }

    /// The attempt of this key succeeded and its owner is known: all failures are forgotten.
    public synchronized void forget(String key) {
        trails.remove(key);
    }

    /// The attempt of this key was no failure, but says nothing about the earlier ones.
    public synchronized void undo(String key) {
        trails.computeIfPresent(
                key,
                (_, trail) ->
                        trail.failures() <= 1
                                ? null
                                : new Trail(trail.failures() - 1, trail.last(), trail.last()));
    }

    private Duration waitAfter(int failures) {
        if (failures < policy.freeFailures()) {
            return Duration.ZERO;
        }
        var doublings = Math.min(failures - policy.freeFailures(), MOST_DOUBLINGS);
        var wait = policy.firstWait().multipliedBy(1L << doublings);
        return wait.compareTo(policy.longestWait()) > 0 ? policy.longestWait() : wait;
    }
}
