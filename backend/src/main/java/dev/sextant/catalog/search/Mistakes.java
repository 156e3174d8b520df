// SPDX-License-Identifier: Apache-2.0
package dev.sextant.catalog.search;

/// Counts the mistakes between one word and many others that come in sorted order: what two of them begin with in common
/// is counted once. The distance is optimal string alignment.
final class Mistakes {
    private static final int LONGEST = 64;

    private final String word;
    private final int allowed;
    private final int[][] rows;
    private String before = "";
    private int known;

    Mistakes(String word, int allowed) {
        this.word = word;
        this.allowed = allowed;
        this.rows = new int[LONGEST + 1][word.length() + 1];
        for (int column = 0; column <= word.length(); column++) {
            rows[0][column] = column;
        }
    }

    /// Goes on to the next word.
    ///
    /// @return 0, or how many of its letters suffice to say that it, and all words that begin so, are too far away
    int advance(String candidate) {
        int row = common(candidate);
        before = candidate;
        while (row < candidate.length()) {
            if (row == LONGEST) {
                known = row;
                return row;
            }
            row++;
            if (fill(candidate, row) > allowed) {
                known = row;
                return row;
            }
        }
        known = row;
        return 0;
    }

    int mistakes(String candidate) {
        return rows[candidate.length()][word.length()];
    }

    private int common(String candidate) {
        int most = Math.min(known, Math.min(before.length(), candidate.length()));
        int common = 0;
        while (common < most && before.charAt(common) == candidate.charAt(common)) {
            common++;
        }
        return common;
    }

    private int fill(String candidate, int row) {
        int[] current = rows[row];
        int[] above = rows[row - 1];
        current[0] = row;
        int least = row;
        for (int column = 1; column <= word.length(); column++) {
            boolean isSame = candidate.charAt(row - 1) == word.charAt(column - 1);
            int fewest = above[column - 1] + (isSame ? 0 : 1);
            fewest = Math.min(fewest, 1 + Math.min(above[column], current[column - 1]));
            if (isSwapped(candidate, row, column)) {
                fewest = Math.min(fewest, rows[row - 2][column - 2] + 1);
            }
            current[column] = fewest;
            least = Math.min(least, fewest);
        }
        return least;
    }

    private boolean isSwapped(String candidate, int row, int column) {
        return row > 1
                && column > 1
                && candidate.charAt(row - 1) == word.charAt(column - 2)
                && candidate.charAt(row - 2) == word.charAt(column - 1);
    }
}
