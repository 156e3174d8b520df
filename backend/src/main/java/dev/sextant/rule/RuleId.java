// SPDX-License-Identifier: Apache-2.0
package dev.sextant.rule;

import java.util.regex.Pattern;

/// A rule's name within its tenant, as its header says it: lower-case letters, digits and hyphens, 1 to 80 characters.
public record RuleId(String value) {
    private static final Pattern VALID = Pattern.compile("[a-z0-9][a-z0-9-]{0,79}");

    public RuleId {
        if (!VALID.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "rule id \"%s\" is not valid: use 1 to 80 lower-case letters, digits and hyphens"
                            .formatted(value));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
