// SPDX-License-Identifier: Apache-2.0
package dev.sextant.identity;

import java.time.Instant;

/// Somebody who can sign in with a password.
///
/// @param operator whether the account administers the platform, beside its roles in tenants
public record Account(AccountName name, String passwordHash, boolean operator, Instant createdAt) {
    @Override
    public String toString() {
        return "Account[" + name + "]";
    }
}
