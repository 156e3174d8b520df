// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.log;

import java.util.List;

/// What lines of one kind have in common.
///
/// @param id counted from 0 in the order in which templates were first seen; stays the same as words become places
/// @param words with [Drain#PLACE] where lines differ
/// @param lines how many were seen
public record Template(int id, List<String> words, long lines) {
    public Template {
        words = List.copyOf(words);
    }

    public String text() {
        return String.join(" ", words);
    }
}
