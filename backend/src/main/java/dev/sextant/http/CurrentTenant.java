// SPDX-License-Identifier: Apache-2.0
package dev.sextant.http;

import dev.sextant.tenant.TenantId;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;

/// On whose behalf the current request runs, as its credential says.
@RequestScoped
public class CurrentTenant {
    /// The attribute of the security identity that holds the [TenantId].
    public static final String TENANT = "tenant";

    /// The attribute of the security identity that holds the account's name.
    public static final String ACCOUNT = "account";

    private final SecurityIdentity identity;

    public CurrentTenant(SecurityIdentity identity) {
        this.identity = identity;
    }

    /// The tenant of the credential. Throws a [Problem] when the request carries none (401) or its account is a member of no
    /// tenant (403).
    public TenantId id() {
        TenantId tenant = identity.getAttribute(TENANT);
        if (tenant != null) {
            return tenant;
        }
        if (identity.isAnonymous()) {
            throw Problems.unauthenticated();
        }
        throw new Problem(
                403,
                "no-tenant",
                "your account is a member of no tenant; ask an owner to invite it");
    }

    /// The account that signed in, or that made the token. Throws a 401 [Problem] when the request carries none.
    public String account() {
        String account = identity.getAttribute(ACCOUNT);
        if (account == null) {
            throw Problems.unauthenticated();
        }
        return account;
    }
}
