// SPDX-License-Identifier: Apache-2.0
package dev.sextant.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Remembers for a few seconds who stands behind a credential, so that a busy client costs no query per request.
final class RecentCallers {
    private static final int MOST = 10_000;

    private final Duration keepFor;
    private final Map<SecretHash, Known> entries =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<SecretHash, Known> eldest) {
                    return size() > MOST;
                }
            };

    RecentCallers(Duration keepFor) {
        this.keepFor = keepFor;
    }

    private record Known(Caller caller, Instant until) {}

    synchronized Optional<Caller> find(SecretHash hash, Instant now) {
        var known = entries.get(hash);
        if (known == null) {
            return Optional.empty();
        }
        if (now.isBefore(known.until())) {
            return Optional.of(known.caller());
        }
        entries.remove(hash);
        return Optional.empty();
    }

    synchronized void put(SecretHash hash, Caller caller, Instant now) {
        entries.put(hash, new Known(caller, now.plus(keepFor)));
    }

    synchronized void forget(SecretHash hash) {
        entries.remove(hash);
    }

    synchronized void forgetAll() {
        entries.clear();
    }
}
