// SPDX-License-Identifier: Apache-2.0
package dev.sextant.identity;

import dev.sextant.tenant.TenantId;
import java.time.Instant;
import java.util.Optional;

/// A key for programs: acts in one tenant, with a role of its own, for the account that made it.
///
/// @param operator whether it also administers the platform
/// @param usedAt when it was last used, to within a minute
public record Token(
        String id,
        TenantId tenant,
        DisplayName name,
        AccountName account,
        Role role,
        boolean operator,
        SecretHash hash,
        Instant createdAt,
        Optional<Instant> usedAt) {}
