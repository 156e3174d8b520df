// SPDX-License-Identifier: Apache-2.0
package dev.sextant.http;

import dev.sextant.tenant.TenantId;
import io.quarkus.security.identity.request.BaseAuthenticationRequest;
import java.util.Optional;

/// What a request shows to prove who sent it; the `identity` room answers it.
public final class CredentialRequest extends BaseAuthenticationRequest {
    /// How the secret came.
    public enum Kind {
        /// The cookie of a browser's session.
        SESSION,
        /// An API token in the Authorization header.
        TOKEN
    }

    private final Kind kind;
    private final String secret;
    private final Optional<TenantId> tenant;

    public CredentialRequest(Kind kind, String secret, Optional<TenantId> tenant) {
        this.kind = kind;
        this.secret = secret;
        this.tenant = tenant;
    }

    public Kind kind() {
        return kind;
    }

    public String secret() {
        return secret;
    }

    /// The tenant that the request names, if it names one.
    public Optional<TenantId> tenant() {
        return tenant;
    }
}
