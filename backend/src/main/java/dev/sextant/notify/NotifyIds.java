// SPDX-License-Identifier: Apache-2.0
package dev.sextant.notify;

import java.time.Instant;
import java.util.UUID;

/// Names channels and deliveries so that ids sort by creation.
final class NotifyIds {
    private static final int RANDOM_DIGITS = 20;

    private NotifyIds() {}

    /// 12 hexadecimal digits of time in milliseconds, then 20 random ones.
    static String next(Instant now) {
        var random = UUID.randomUUID().toString().replace("-", "");
        return "%012x".formatted(Math.max(0, now.toEpochMilli()))
                + random.substring(random.length() - RANDOM_DIGITS);
    }
}
