// SPDX-License-Identifier: Apache-2.0
package dev.sextant.identity;

import dev.sextant.tenant.TenantId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// API tokens for tests without a database.
public final class InMemoryTokens implements Tokens {
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    @Override
    public void add(Token token) {
        tokens.put(token.id(), token);
    }

    @Override
    public Optional<Token> find(SecretHash hash) {
        return tokens.values().stream().filter(token -> token.hash().equals(hash)).findFirst();
    }

    @Override
    public List<Token> list(TenantId tenant) {
        return tokens.values().stream()
                .filter(token -> token.tenant().equals(tenant))
                .sorted(Comparator.comparing(Token::createdAt).thenComparing(Token::id))
                .toList();
    }

    @Override
    public void touch(TenantId tenant, String id, Instant usedAt) {
        tokens.computeIfPresent(
                id,
                (_, token) ->
                        token.tenant().equals(tenant)
                                ? new Token(
                                        id,
                                        tenant,
                                        token.name(),
                                        token.account(),
                                        token.role(),
                                        token.operator(),
                                        token.hash(),
                                        token.createdAt(),
                                        Optional.of(usedAt))
                                : token);
    }

    @Override
    public boolean delete(TenantId tenant, String id) {
        var known = tokens.get(id);
        return known != null && known.tenant().equals(tenant) && tokens.remove(id, known);
    }

    @Override
    public void deleteAll(TenantId tenant) {
        tokens.values().removeIf(token -> token.tenant().equals(tenant));
    }
}
