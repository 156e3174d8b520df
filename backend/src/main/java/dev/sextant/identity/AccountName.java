// SPDX-License-Identifier: Apache-2.0
package dev.sextant.identity;

import java.util.Locale;
import java.util.regex.Pattern;

/// The name somebody signs in with: a word or an e-mail address, kept in lower case.
public record AccountName(String value) {
    private static final Pattern VALID = Pattern.compile("[a-z0-9][a-z0-9._@+-]{0,119}");

    public AccountName {
        value = value.strip().toLowerCase(Locale.ROOT);
        if (!VALID.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "account name is not valid: use 1 to 120 letters, digits and . _ @ + -, starting with a letter or digit");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
