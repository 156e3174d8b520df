// SPDX-License-Identifier: Apache-2.0
package dev.sextant.entity;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/// What is said of an entity beside its key. Any change of it begins a new version of the entity, so that the past stays
/// as it was.
///
/// @param tags words such as `core` or `tier:core`, sorted, each once
/// @param owners who is to be asked, the first one first
public record Facts(String name, List<String> tags, List<String> owners) {
    private static final int LONGEST_NAME = 200;
    private static final int MOST_WORDS = 50;
    private static final Pattern WORD =
            Pattern.compile("[^\\s\\p{Cntrl}]([^\\p{Cntrl}]{0,98}[^\\s\\p{Cntrl}])?");

    public Facts {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "the name of an entity has 1 to %d characters".formatted(LONGEST_NAME));
        }
        tags = words("tag", tags).stream().distinct().sorted().toList();
        owners = words("owner", owners).stream().distinct().toList();
    }

    private static List<String> words(String what, Collection<String> words) {
        if (words.size() > MOST_WORDS) {
            throw new IllegalArgumentException(
                    "an entity has at most %d %ss".formatted(MOST_WORDS, what));
        }
        for (var word : words) {
            if (word == null || !WORD.matcher(word).matches()) {
                throw new IllegalArgumentException(
                        "an entity has a wrong %s: use 1 to 100 characters on one line, without spaces around it"
                                .formatted(what));
            }
        }
        return List.copyOf(words);
    }
}
