// SPDX-License-Identifier: Apache-2.0
package dev.sextant.laboratory;

import java.util.Optional;
import java.util.regex.Pattern;

/// The name of a tenant's own algorithm, such as `night-shift`; rules and queries write `own/night-shift`.
public record AlgorithmName(String value) {
    /// How plans begin such a name.
    public static final String PREFIX = "own/";

    private static final Pattern VALID = Pattern.compile("[a-z][a-z0-9-]{0,58}[a-z0-9]");

    public AlgorithmName {
        if (!VALID.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "the name of an algorithm is 2 to 60 lower-case letters, digits and inner hyphens, such as night-shift, not \"%s\""
                            .formatted(value.substring(0, Math.min(80, value.length()))));
        }
    }

    public static Optional<AlgorithmName> of(String text) {
        return VALID.matcher(text).matches()
                ? Optional.of(new AlgorithmName(text))
                : Optional.empty();
    }

    /// As plans and rules write it.
    public String full() {
        return PREFIX + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
