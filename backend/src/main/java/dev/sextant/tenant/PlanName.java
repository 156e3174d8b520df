// SPDX-License-Identifier: Apache-2.0
package dev.sextant.tenant;

import java.util.regex.Pattern;

/// The name of a plan: what its tenants may use. Lower-case letters, digits and hyphens, 1 to 40 characters, no hyphen at
/// either end.
public record PlanName(String value) {
    private static final Pattern VALID = Pattern.compile("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?");

    /// What a tenant has that nobody gave another plan.
    public static final PlanName STANDARD = new PlanName("standard");

    public PlanName {
        if (!VALID.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "plan name \"%s\" is not valid: use 1 to 40 lower-case letters, digits and inner hyphens"
                            .formatted(value));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
