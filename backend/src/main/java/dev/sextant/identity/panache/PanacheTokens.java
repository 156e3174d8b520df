// SPDX-License-Identifier: Apache-2.0
package dev.sextant.identity.panache;

import dev.sextant.identity.AccountName;
import dev.sextant.identity.DisplayName;
import dev.sextant.identity.Role;
import dev.sextant.identity.SecretHash;
import dev.sextant.identity.Token;
import dev.sextant.identity.Tokens;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// API tokens in the metadata database.
@ApplicationScoped
@ActivateRequestContext
@Transactional
public class PanacheTokens implements Tokens {

    @Override
    public void add(Token token) {
        var row = new TokenEntity();
        row.id = token.id();
        row.tenant = token.tenant().value();
        row.name = token.name().value();
        row.account = token.account().value();
        row.role = token.role().word();
        row.operator = token.operator();
        row.hash = token.hash().hex();
        row.createdAt = token.createdAt();
        row.usedAt = token.usedAt().orElse(null);
        row.persist();
    }

    @Override
    public Optional<Token> find(SecretHash hash) {
        return TokenEntity.<TokenEntity>find("hash", hash.hex())
                .firstResultOptional()
                .map(PanacheTokens::token);
    }

    @Override
    public List<Token> list(TenantId tenant) {
        return TokenEntity.<TokenEntity>list("tenant = ?1 order by createdAt, id", tenant.value())
                .stream()
                .map(PanacheTokens::token)
                .toList();
    }

    @Override
    public void touch(TenantId tenant, String id, Instant usedAt) {
        TokenEntity.update("usedAt = ?1 where tenant = ?2 and id = ?3", usedAt, tenant.value(), id);
    }

    @Override
    public boolean delete(TenantId tenant, String id) {
        return TokenEntity.delete("tenant = ?1 and id = ?2", tenant.value(), id) > 0;
    }

    @Override
    public void deleteAll(TenantId tenant) {
        TokenEntity.delete("tenant", tenant.value());
    }

    private static Token token(TokenEntity row) {
        return new Token(
                row.id,
                new TenantId(row.tenant),
                new DisplayName(row.name),
                new AccountName(row.account),
                Role.of(row.role),
                row.operator,
                new SecretHash(row.hash),
                row.createdAt,
                Optional.ofNullable(row.usedAt));
    }
}
