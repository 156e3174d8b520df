// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.source;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How far a database connection is encrypted.
public enum TlsMode {
    /// Encrypted, and the certificate must be the host's.
    VERIFY,
    /// Encrypted, whoever answers.
    REQUIRE,
    /// In the clear.
    OFF;

    static Optional<TlsMode> of(String word) {
        return Arrays.stream(values())
                .filter(mode -> mode.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }
}
