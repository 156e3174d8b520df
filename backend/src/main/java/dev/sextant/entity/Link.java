// SPDX-License-Identifier: Apache-2.0
package dev.sextant.entity;

import java.util.regex.Pattern;

/// That one entity has to do with another: `from` runs_on, calls or is part_of `to`, or whatever the tenant's own type
/// says.
///
/// @param from the id of an entity
/// @param to the id of another one
public record Link(String from, String type, String to) {
    private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    public Link {
        if (!TYPE.matcher(type).matches()) {
            throw new IllegalArgumentException(
                    "relation type \"%s\" is not valid: use 1 to 40 lower-case letters, digits and underscores, a letter first"
                            .formatted(type));
        }
        if (from.equals(to)) {
            throw new IllegalArgumentException(
                    "entity %s cannot be related to itself".formatted(from));
        }
    }
}
