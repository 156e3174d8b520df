// SPDX-License-Identifier: Apache-2.0
package dev.sextant.identity;

import dev.sextant.tenant.TenantId;
import java.util.List;
import java.util.Optional;

/// The accounts of the platform and the tenants that they are members of. An account may belong to several tenants, so no
/// tenant owns it.
public interface Accounts {
    Optional<Account> find(AccountName name);

    /// False, and nothing changed, when an account of that name exists.
    boolean add(Account account);

    /// Makes an account a member of a tenant, or changes its role there. Both must exist.
    void join(Membership membership);

    /// The memberships of one account, the oldest first.
    List<Membership> memberships(AccountName account);

    /// Ends all memberships of a tenant. Accounts that belong to no other tenant and do not operate the platform go
    /// with their sessions and tokens.
    void leaveAll(TenantId tenant);
}
