// SPDX-License-Identifier: Apache-2.0
package dev.sextant.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Finds who stands behind a credential.
@ApplicationScoped
public class Callers {
    /// How exactly the last use of a credential is noted.
    private static final Duration GRAIN = Duration.ofMinutes(1);

    private final Accounts accounts;
    private final Sessions sessions;
    private final Tokens tokens;
    private final IdentityConfiguration.Lifetime lifetime;
    private final RecentCallers recent;

    public Callers(
            Accounts accounts,
            Sessions sessions,
            Tokens tokens,
            IdentityConfiguration configuration) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.tokens = tokens;
        this.lifetime = configuration.session();
        this.recent = new RecentCallers(configuration.cacheFor());
    }

    /// Who is known to stand behind a secret without asking the database; empty for most that come for the first time.
    Optional<Caller> ofRecent(String secret, Instant now) {
        return recent.find(SecretHash.of(secret), now);
    }

    /// Who signed in and got this secret; empty when the session has ended.
    public Optional<Caller> ofSession(String secret, Instant now) {
        var hash = SecretHash.of(secret);
        var known = recent.find(hash, now);
        if (known.isPresent()) {
            return known;
        }
        var caller =
                sessions.find(hash)
                        .filter(session ->
                                !session.isExpired(lifetime.idle(), lifetime.absolute(), now))
                        .flatMap(session -> resume(session, now));
        caller.ifPresent(found -> recent.put(hash, found, now));
        return caller;
    }

    private Optional<Caller> resume(Session session, Instant now) {
        if (!now.isBefore(session.seenAt().plus(GRAIN))) {
            sessions.touch(session.hash(), now);
        }
        return accounts.find(session.account()).map(this::caller);
    }

    private Caller caller(Account account) {
        return new Caller(account.name(), account.operator(), accounts.memberships(account.name()));
    }

    /// Whom this token acts for; empty when there is no such token.
    public Optional<Caller> ofToken(String secret, Instant now) {
        var hash = SecretHash.of(secret);
        var known = recent.find(hash, now);
        if (known.isPresent()) {
            return known;
        }
        var caller = tokens.find(hash).map(token -> use(token, now));
        caller.ifPresent(found -> recent.put(hash, found, now));
        return caller;
    }

    private Caller use(Token token, Instant now) {
        if (token.usedAt().isEmpty() || !now.isBefore(token.usedAt().get().plus(GRAIN))) {
            tokens.touch(token.tenant(), token.id(), now);
        }
        var membership =
                new Membership(token.tenant(), token.account(), token.role(), token.createdAt());
        return new Caller(token.account(), token.operator(), List.of(membership));
    }

    /// Ends the session of this secret, if there is one.
    public void signOut(String secret) {
        var hash = SecretHash.of(secret);
        sessions.delete(hash);
        recent.forget(hash);
    }

    /// Makes this node ask the database again for every credential.
    public void forgetAll() {
        recent.forgetAll();
    }
}
