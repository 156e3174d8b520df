// SPDX-License-Identifier: Apache-2.0
package dev.sextant.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// All that is kept of a session's or token's secret: its SHA-256. A plain hash is enough, because the secret is 256 random
/// bits and can't be guessed; passwords can, and are hashed by bcrypt.
public record SecretHash(String hex) {

    public static SecretHash of(String secret) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return new SecretHash(
                    HexFormat.of()
                            .formatHex(digest.digest(secret.getBytes(StandardCharsets.UTF_8))));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
