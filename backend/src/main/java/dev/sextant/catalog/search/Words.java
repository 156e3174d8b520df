// SPDX-License-Identifier: Apache-2.0
package dev.sextant.catalog.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/// In which metrics a word occurs. A word is a run of letters and digits in lower case; names in camel case are several
/// words, and each Chinese character is one.
final class Words {
    private static final int ENTRY_BYTES = 112;

    private final TreeMap<String, Ints> holders = new TreeMap<>();

    /// The words of a text in their order, each once.
    static Set<String> of(String text) {
        var words = new LinkedHashSet<String>();
        var word = new StringBuilder();
        char before = ' ';
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            boolean isHan = Character.isIdeographic(letter);
            boolean isHump = Character.isUpperCase(letter) && Character.isLowerCase(before);
            if (isHan || isHump || !Character.isLetterOrDigit(letter)) {
                end(word, words);
            }
            if (isHan) {
                words.add(String.valueOf(letter));
            } else if (Character.isLetterOrDigit(letter)) {
                word.append(letter);
            }
            before = letter;
        }
        end(word, words);
        return words;
    }

    private static void end(StringBuilder word, Set<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString().toLowerCase(Locale.ROOT));
            word.setLength(0);
        }
    }

    void add(String word, int metric) {
        holders.computeIfAbsent(word, _ -> new Ints()).insert(metric);
    }

    void remove(String word, int metric) {
        var list = holders.get(word);
        if (list != null) {
            list.remove(metric);
            if (list.size() == 0) {
                holders.remove(word);
            }
        }
    }

    /// The words that begin so, with the metrics that have them.
    NavigableMap<String, Ints> startingWith(String beginning) {
        return holders.subMap(beginning, true, beginning + Character.MAX_VALUE, false);
    }

    /// A word that is nearly the one asked for.
    record Near(Ints metrics, int mistakes) {}

    /// Words with at most so many mistakes: letters added, lost, changed, or two in a row swapped. Walks the words in their
    /// order and leaves out whole beginnings that have too many mistakes already.
    List<Near> near(String word, int allowed) {
        var found = new ArrayList<Near>();
        var rows = new Mistakes(word, allowed);
        var candidate = holders.isEmpty() ? null : holders.firstKey();
        while (candidate != null) {
            int tooFar = rows.advance(candidate);
            if (tooFar > 0) {
                candidate = holders.higherKey(candidate.substring(0, tooFar) + Character.MAX_VALUE);
            } else {
                var metrics = holders.get(candidate);
                if (metrics != null && rows.mistakes(candidate) <= allowed) {
                    found.add(new Near(metrics, rows.mistakes(candidate)));
                }
                candidate = holders.higherKey(candidate);
            }
        }
        return found;
    }

    long memory() {
        return holders.entrySet().stream()
                .mapToLong(
                        entry -> ENTRY_BYTES + entry.getKey().length() + entry.getValue().bytes())
                .sum();
    }
}
