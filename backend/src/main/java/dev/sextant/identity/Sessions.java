// SPDX-License-Identifier: Apache-2.0
package dev.sextant.identity;

import java.time.Instant;
import java.util.Optional;

/// The sessions of all accounts, found by the hash of their secret.
public interface Sessions {
    void add(Session session);

    Optional<Session> find(SecretHash hash);

    /// Notes that it was used; does nothing when it is gone.
    void touch(SecretHash hash, Instant seenAt);

    void delete(SecretHash hash);

    /// Removes those last seen, or made, before these times, and says how many.
    long deleteOlder(Instant seenBefore, Instant createdBefore);
}
