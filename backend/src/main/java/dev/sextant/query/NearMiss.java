// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query;

import java.util.Collection;
import java.util.Optional;

/// Finds the word that was probably meant.
public final class NearMiss {
    private static final int LETTERS_PER_MISTAKE = 4;

    private NearMiss() {}

    /// The known word with the fewest mistakes (letters added, lost, changed), if they are few for the length of the word.
    public static Optional<String> of(String word, Collection<String> known) {
        int allowed = Math.max(1, word.length() / LETTERS_PER_MISTAKE);
        String nearest = null;
        for (var candidate : known) {
            if (Math.abs(candidate.length() - word.length()) <= allowed) {
                int mistakes = distance(word, candidate);
                if (mistakes <= allowed) {
                    nearest = candidate;
                    allowed = mistakes - 1;
                }
            }
        }
        return Optional.ofNullable(nearest);
    }

    private static int distance(String left, String right) {
        int[] before = new int[right.length() + 1];
        int[] current = new int[right.length() + 1];
        for (int column = 0; column < before.length; column++) {
            before[column] = column;
        }
        for (int row = 1; row <= left.length(); row++) {
            current[0] = row;
            for (int column = 1; column < current.length; column++) {
                int changed =
                        before[column - 1]
                                + (left.charAt(row - 1) == right.charAt(column - 1) ? 0 : 1);
                int moved = 1 + Math.min(before[column], current[column - 1]);
                current[column] = Math.min(changed, moved);
            }
            int[] spare = before;
            before = current;
            current = spare;
        }
        return before[right.length()];
    }
}
