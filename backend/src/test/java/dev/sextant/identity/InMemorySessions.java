// SPDX-License-Identifier: Apache-2.0
package dev.sextant.identity;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Sessions for tests without a database.
public final class InMemorySessions implements Sessions {
    private final Map<SecretHash, Session> sessions = new ConcurrentHashMap<>();

    @Override
    public void add(Session session) {
        sessions.put(session.hash(), session);
    }

    @Override
    public Optional<Session> find(SecretHash hash) {
        return Optional.ofNullable(sessions.get(hash));
    }

    @Override
    public void touch(SecretHash hash, Instant seenAt) {
        sessions.computeIfPresent(
                hash,
                (_, session) -> new Session(hash, session.account(), session.createdAt(), seenAt));
    }

    @Override
    public void delete(SecretHash hash) {
        sessions.remove(hash);
    }

    @Override
    public long deleteOlder(Instant seenBefore, Instant createdBefore) {
        var old =
                sessions.values().stream()
                        .filter(session ->
                                session.seenAt().isBefore(seenBefore)
                                        || session.createdAt().isBefore(createdBefore))
                        .toList();
        old.forEach(session -> sessions.remove(session.hash()));
        return old.size();
    }
}
