// SPDX-License-Identifier: Apache-2.0
package dev.sextant.identity.panache;

import dev.sextant.identity.AccountName;
import dev.sextant.identity.SecretHash;
import dev.sextant.identity.Session;
import dev.sextant.identity.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;

/// Sessions in the metadata database.
@ApplicationScoped
@ActivateRequestContext
@Transactional
public class PanacheSessions implements Sessions {

    @Override
    public void add(Session session) {
        var row = new SessionEntity();
        row.hash = session.hash().hex();
        row.account = session.account().value();
        row.createdAt = session.createdAt();
        row.seenAt = session.seenAt();
        row.persist();
    }

    @Override
    public Optional<Session> find(SecretHash hash) {
        return SessionEntity.<SessionEntity>findByIdOptional(hash.hex())
                .map(row ->
                        new Session(hash, new AccountName(row.account), row.createdAt, row.seenAt));
    }

    @Override
    public void touch(SecretHash hash, Instant seenAt) {
        SessionEntity.update("seenAt = ?1 where hash = ?2", seenAt, hash.hex());
    }

    @Override
    public void delete(SecretHash hash) {
        SessionEntity.deleteById(hash.hex());
    }

    @Override
    public long deleteOlder(Instant seenBefore, Instant createdBefore) {
        return SessionEntity.delete("seenAt < ?1 or createdAt < ?2", seenBefore, createdBefore);
    }
}
