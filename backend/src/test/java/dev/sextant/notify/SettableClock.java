// SPDX-License-Identifier: Apache-2.0
package dev.sextant.notify;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that stands still until it is moved.
final class SettableClock implements InstantSource {
    private volatile Instant now;

    SettableClock(Instant start) {
        this.now = start;
    }

    @Override
    public Instant instant() {
        return now;
    }

    void move(Duration span) {
        now = now.plus(span);
    }
}
