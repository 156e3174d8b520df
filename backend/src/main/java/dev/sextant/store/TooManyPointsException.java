// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store;

/// A selection holds more points than its reader allowed for; nothing of it was handed over.
public final class TooManyPointsException extends RuntimeException {
    private final long limit;

    public TooManyPointsException(long limit) {
        super("the selection holds more than %,d points".formatted(limit));
        this.limit = limit;
    }

    /// How many points the reader allowed for.
    public long limit() {
        return limit;
    }
}
