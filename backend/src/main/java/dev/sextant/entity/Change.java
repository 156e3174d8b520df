// SPDX-License-Identifier: Apache-2.0
package dev.sextant.entity;

import java.time.Instant;
import java.util.regex.Pattern;

/// Something that was done to an entity, such as a deployment.
///
/// @param kind one word, such as `deployment`
/// @param text for people; may be empty
public record Change(String entity, Instant at, String kind, String text) {
    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final int LONGEST_TEXT = 500;

    public Change {
        if (!KIND.matcher(kind).matches()) {
            throw new IllegalArgumentException(
                    "the kind of a change is one word such as \"deployment\", of at most 40 lower-case letters, digits and hyphens, not \"%s\""
                            .formatted(kind));
        }
        if (text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException(
                    "the text of a change has at most %d characters".formatted(LONGEST_TEXT));
        }
    }
}
