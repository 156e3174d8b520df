// SPDX-License-Identifier: Apache-2.0
package dev.sextant.identity;

import dev.sextant.tenant.PlanName;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;

/// Creates a tenant together with its owner, so that there is never a tenant that nobody can enter.
@ApplicationScoped
public class Founding {
    private final Tenants tenants;
    private final Accounts accounts;
    private final Passwords passwords;
    private final Secrets secrets;

    public Founding(Tenants tenants, Accounts accounts, Passwords passwords, Secrets secrets) {
        this.tenants = tenants;
        this.accounts = accounts;
        this.passwords = passwords;
        this.secrets = secrets;
    }

    /// A new tenant.
    ///
    /// @param password the owner's password, known only now; empty when the account existed before and keeps its own
    public record Founded(Tenant tenant, AccountName owner, Optional<String> password) {}

    /// Empty, and nothing changed, when a tenant of that id exists.
    ///
    /// @param operator whether the owner, if its account is new, also administers the platform
    @Transactional
    public Optional<Founded> found(
            TenantId id, DisplayName name, AccountName owner, boolean operator, Instant now) {
        var tenant = new Tenant(id, name, now, PlanName.STANDARD);
        if (!tenants.add(tenant)) {
            return Optional.empty();
        }
        var password = secrets.password();
        var isNew = accounts.add(new Account(owner, passwords.hash(password), operator, now));
        accounts.join(new Membership(id, owner, Role.OWNER, now));
        return Optional.of(
                new Founded(tenant, owner, isNew ? Optional.of(password) : Optional.empty()));
    }
}
