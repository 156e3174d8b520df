// SPDX-License-Identifier: Apache-2.0
package dev.sextant.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Base64;

/// Makes what nobody must guess.
@ApplicationScoped
public class Secrets {
    /// Without letters and digits that look alike, for passwords that are read from a screen and typed.
    private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";

    /// How an API token begins, so that scanners for leaked secrets can find it.
    static final String TOKEN_PREFIX = "sxt_";

    private static final int BYTES = 32;
    private static final int GROUPS = 5;
    private static final int GROUP_LENGTH = 5;

    private final SecureRandom random = new SecureRandom();

    /// The secret of a session: 256 random bits.
    String session() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// The secret of an API token: 256 random bits.
    String token() {
        return TOKEN_PREFIX + session();
    }

    /// A password of 25 characters (over 120 bits) in groups of five.
    String password() {
        var password = new StringBuilder();
        for (var group = 0; group < GROUPS; group++) {
            if (group > 0) {
                password.append('-');
            }
            for (var i = 0; i < GROUP_LENGTH; i++) {
                password.append(READABLE.charAt(random.nextInt(READABLE.length())));
            }
        }
        return password.toString();
    }

    /// An id that names something in addresses and logs and gives nothing away.
    String id() {
        return session().substring(0, 22);
    }
}
