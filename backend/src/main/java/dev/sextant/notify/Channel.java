// SPDX-License-Identifier: Apache-2.0
package dev.sextant.notify;

import java.time.Instant;

/// Where a tenant's notifications go.
public record Channel(
        String id, String name, ChannelTarget target, boolean enabled, Instant createdAt) {
    public static final int MAX_NAME_LENGTH = 100;

    public Channel {
        if (name.isBlank() || name.length() > MAX_NAME_LENGTH) {
            throw new IllegalArgumentException(
                    "a channel's name has 1 to %d characters".formatted(MAX_NAME_LENGTH));
        }
    }
}
