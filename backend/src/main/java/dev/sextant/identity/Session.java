// SPDX-License-Identifier: Apache-2.0
package dev.sextant.identity;

import java.time.Duration;
import java.time.Instant;

/// That an account has signed in from some browser and has not signed out.
///
/// @param seenAt when it was last used, to within a minute
public record Session(SecretHash hash, AccountName account, Instant createdAt, Instant seenAt) {

    /// Whether it was unused for longer than `idle` or is older than `absolute`.
    public boolean isExpired(Duration idle, Duration absolute, Instant now) {
        return !now.isBefore(seenAt.plus(idle)) || !now.isBefore(createdAt.plus(absolute));
    }
}
