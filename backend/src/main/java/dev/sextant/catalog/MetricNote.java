// SPDX-License-Identifier: Apache-2.0
package dev.sextant.catalog;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/// What people say of a metric.
///
/// @param owners who is to be asked, the first one first
/// @param tags words such as `core` or `tier:core`, sorted, each once
public record MetricNote(List<String> owners, List<String> tags) {
    public static final MetricNote NOTHING = new MetricNote(List.of(), List.of());

    private static final int MOST_WORDS = 20;
    private static final Pattern WORD =
            Pattern.compile("[^\\s\\p{Cntrl}]([^\\p{Cntrl}]{0,98}[^\\s\\p{Cntrl}])?");

    public MetricNote {
        owners = words("owner", owners).stream().distinct().toList();
        tags = words("tag", tags).stream().distinct().sorted().toList();
    }

    private static List<String> words(String what, Collection<String> words) {
        if (words.size() > MOST_WORDS) {
            throw new IllegalArgumentException(
                    "a metric has at most %d %ss".formatted(MOST_WORDS, what));
        }
        for (var word : words) {
            if (word == null || !WORD.matcher(word).matches()) {
                throw new IllegalArgumentException(
                        "a metric has a wrong %s: use 1 to 100 characters on one line, without spaces around it"
                                .formatted(what));
            }
        }
        return List.copyOf(words);
    }

    boolean isEmpty() {
        return owners.isEmpty() && tags.isEmpty();
    }

    /// The words by which a search finds it.
    String text() {
        return String.join(" ", owners) + ' ' + String.join(" ", tags);
    }
}
