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

    /// The tenant of the credential. Throws a 401 [Problem] when the request carries none.
    public TenantId id() {
        return attribute(TENANT);
    }

    /// The account that signed in, or that made the token. Throws a 401 [Problem] when the request carries none.
    public String account() {
        return attribute(ACCOUNT);
    }

    private <T> T attribute(String name) {
        T value = identity.getAttribute(name);
        if (value == null) {
            throw Problems.unauthenticated();
        }
        return value;
    }
}
