// SPDX-License-Identifier: Apache-2.0
package dev.sextant.identity;

import io.quarkus.elytron.security.common.BcryptUtil;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// Hashes and checks passwords by bcrypt. A check takes the same time whether or not there is a password to check against, so
/// that nobody can find out by the clock which accounts exist.
@ApplicationScoped
public class Passwords {
    private static final int LONGEST = 1_000;

    private final int cost;
    private final String nobody;

    public Passwords(IdentityConfiguration configuration) {
        this.cost = configuration.passwordCost();
        this.nobody = hash("the password of nobody");
    }

    String hash(String password) {
        return BcryptUtil.bcryptHash(password, cost);
    }

    /// Whether the password is the one of this hash; false, after the same time, for no hash.
    boolean matches(String password, Optional<String> hash) {
        var fits = password.length() <= LONGEST;
        var same = BcryptUtil.matches(fits ? password : "", hash.orElse(nobody));
        return fits && same && hash.isPresent();
    }
}
