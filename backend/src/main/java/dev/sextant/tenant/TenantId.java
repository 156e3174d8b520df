// SPDX-License-Identifier: Apache-2.0
package dev.sextant.tenant;

import java.util.regex.Pattern;

/// The name of one tenant: lower-case letters, digits and hyphens, 1 to 40 characters, no hyphen at either end.
/// It is the first parameter of every port method, so that the compiler checks that nobody forgets it.
public record TenantId(String value) {
    private static final Pattern VALID = Pattern.compile("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?");

    public TenantId {
        if (!VALID.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "tenant id \"%s\" is not valid: use 1 to 40 lower-case letters, digits and inner hyphens"
                            .formatted(value));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
