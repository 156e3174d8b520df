// SPDX-License-Identifier: Apache-2.0
package dev.sextant.identity;

import dev.sextant.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The API tokens of all tenants.
public interface Tokens {
    void add(Token token);

    /// Asked before it is known which tenant the caller belongs to, hence for all of them.
    Optional<Token> find(SecretHash hash);

    /// The tokens of one tenant, the oldest first.
    List<Token> list(TenantId tenant);

    /// Notes that it was used; does nothing when it is gone.
    void touch(TenantId tenant, String id, Instant usedAt);

    /// False when the tenant has no such token.
    boolean delete(TenantId tenant, String id);

    void deleteAll(TenantId tenant);
}
