// SPDX-License-Identifier: Apache-2.0
package dev.sextant.notify;

import java.time.Duration;
import java.time.Instant;

/// How long to wait after a failed attempt: twice as long each time, up to a bound, and not for ever.
public record Backoff(Duration first, Duration longest, int maxAttempts) {
    private static final int MAX_DOUBLINGS = 30;

    public Backoff {
        if (first.isNegative() || first.isZero() || maxAttempts < 1) {
            throw new IllegalArgumentException(
                    "retries need a first wait above zero and at least one attempt");
        }
    }

    /// The state of a delivery after the attempt that ended so.
    DeliveryState after(DeliveryState before, SendOutcome outcome, Instant now) {
        var attempts = before.attempts() + 1;
        return switch (outcome) {
            case SendOutcome.Accepted(var detail) -> new DeliveryState.Sent(attempts, detail);
            case SendOutcome.Refused(var detail) when attempts >= maxAttempts ->
                    new DeliveryState.Dead(attempts, detail);
            case SendOutcome.Refused(var detail) ->
                    new DeliveryState.Waiting(attempts, detail, now.plus(pause(attempts)));
        };
    }

    private Duration pause(int attempts) {
        var doubled = first.multipliedBy(1L << Math.min(attempts - 1, MAX_DOUBLINGS));
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }
}
