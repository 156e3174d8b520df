// SPDX-License-Identifier: Apache-2.0
package dev.sextant.outbound;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// How a source or target wants to be signed in to: a secret alone is a bearer token, a secret with a user is a password.
public record Credential(@Nullable String user, @Nullable String secret) {
    /// What is wrong with it, or null.
    public @Nullable String fault() {
        if (secret != null && !SecretDraft.NAME.matcher(secret).matches()) {
            return "secret: give the name of a secret of this tenant, not its value";
        }
        if (user == null) {
            return null;
        }
        boolean isPlain = user.chars().noneMatch(c -> Character.isISOControl(c) || c == ':');
        if (user.isEmpty() || user.length() > 200 || !isPlain) {
            return "user: 1 to 200 characters without a colon";
        }
        return secret == null ? "a user needs a secret, which holds the password" : null;
    }

    /// The value of the header `Authorization` for this host; null when none is wanted.
    public @Nullable String authorization(SecretReader secrets, String host)
            throws SecretRefusedException {
        if (secret == null) {
            return null;
        }
        var value = secrets.reveal(secret, host);
        if (user == null) {
            return "Bearer " + value;
        }
        var pair = (user + ":" + value).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    /// The secrets of one tenant.
    @FunctionalInterface
    public interface SecretReader {
        String reveal(String secret, String host) throws SecretRefusedException;
    }
}
