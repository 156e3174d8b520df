// SPDX-License-Identifier: Apache-2.0
package dev.sextant.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// What a member may do in a tenant, from least to most; a role implies those before it.
public enum Role {
    VIEWER,
    EDITOR,
    ADMIN,
    OWNER;

    /// The name of the right to administer the platform; it belongs to accounts, not to memberships.
    public static final String OPERATOR = "operator";

    /// The role as REST and the database write it: lower case.
    public static Role of(String word) {
        for (var role : values()) {
            if (role.word().equals(word)) {
                return role;
            }
        }
        throw new IllegalArgumentException(
                "role \"%s\" is not known: use viewer, editor, admin or owner".formatted(word));
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// This role and every role that it implies, as words.
    public Set<String> implied() {
        return Arrays.stream(values())
                .filter(role -> role.compareTo(this) <= 0)
                .map(Role::word)
                .collect(Collectors.toUnmodifiableSet());
    }

    public boolean implies(Role other) {
        return compareTo(other) >= 0;
    }
}
