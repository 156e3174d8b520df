// SPDX-License-Identifier: Apache-2.0
package dev.sextant.identity;

/// A name that people give to things and read in lists: 1 to 120 characters, no line breaks or other control characters.
public record DisplayName(String value) {
    private static final int LONGEST = 120;

    public DisplayName {
        value = value.strip();
        if (value.isEmpty()
                || value.length() > LONGEST
                || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "a name has 1 to " + LONGEST + " characters and no line breaks");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
