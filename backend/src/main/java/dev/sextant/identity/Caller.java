// SPDX-License-Identifier: Apache-2.0
package dev.sextant.identity;

import dev.sextant.tenant.TenantId;
import java.util.List;
import java.util.Optional;

/// Who stands behind a credential.
///
/// @param memberships where the credential may act: every tenant of a signed-in account, the oldest membership first, or the
///     one tenant of a token
public record Caller(AccountName account, boolean operator, List<Membership> memberships) {

    public Caller {
        memberships = List.copyOf(memberships);
    }

    /// The membership in the named tenant, if it is one of the caller's; the first one when none is named.
    public Optional<Membership> membership(Optional<TenantId> named) {
        if (named.isEmpty()) {
            return memberships.stream().findFirst();
        }
        return memberships.stream()
                .filter(membership -> membership.tenant().equals(named.get()))
                .findFirst();
    }
}
