// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.admission;

import java.time.Duration;

/// A tenant sends more samples than it may; nothing of the request was stored.
public final class RateExceededException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    RateExceededException(long samplesPerSecond, Duration retryAfter) {
        super(
                "the tenant sends more than the %,d samples per second that it may (sextant.ingest.limits.samples-per-second); send this again in %d s"
                        .formatted(samplesPerSecond, retryAfter.toSeconds()),
                null,
                false,
                false);
        this.retryAfter = retryAfter;
    }

    /// When the tenant may send again.
    public Duration retryAfter() {
        return retryAfter;
    }

    public String detail() {
        var message = getMessage();
        return message == null ? "" : message;
    }
}
