// SPDX-License-Identifier: Apache-2.0
package dev.sextant.catalog.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;

/// Looks for one word of a search in all that is known. The scores order where it was found.
final class TermSearch {
    private static final int NAME = 1_000;
    private static final int NAME_BEGINS = 400;
    private static final int WORD_OF_NAME = 120;
    private static final int WORD_BEGINS = 90;
    private static final int IN_NAME = 60;
    private static final int VALUE = 50;
    private static final int WORD_OF_TEXT = 45;
    private static final int LABEL = 40;
    private static final int TEXT_BEGINS = 20;
    private static final int IN_VALUE = 15;
    private static final int NEARLY = 10;

    /// A part that stands in more values than this says little; the rest is not looked at.
    private static final int MOST_VALUES = 50_000;

    private static final int LETTERS_FOR_ONE_MISTAKE = 4;
    private static final int LETTERS_FOR_TWO_MISTAKES = 8;
    private static final int MOST_LETTERS = 64;

    private final TextPool names;
    private final LabelPairs pairs;
    private final Ranking ranking;

    TermSearch(TextPool names, LabelPairs pairs, Ranking ranking) {
        this.names = names;
        this.pairs = pairs;
        this.ranking = ranking;
    }

    void findWords(Words ofNames, Words ofTexts, String term) {
        var word = term.toLowerCase(Locale.ROOT);
        ofNames.startingWith(word)
                .forEach((found, metrics) ->
                        meet(metrics, found.equals(word) ? WORD_OF_NAME : WORD_BEGINS));
        ofTexts.startingWith(word)
                .forEach((found, metrics) ->
                        meet(metrics, found.equals(word) ? WORD_OF_TEXT : TEXT_BEGINS));
    }

    void findNames(String term) {
        var needle = term.getBytes(UTF_8);
        names.search(
                term,
                metric -> {
                    ranking.meet(metric, nameScore(metric, needle));
                    return true;
                });
        int exact = names.find(term);
        if (exact >= 0) {
            ranking.meet(exact, NAME);
        }
    }

    private int nameScore(int metric, byte[] needle) {
        if (!names.beginsWith(metric, needle)) {
            return IN_NAME;
        }
        return names.length(metric) == needle.length ? NAME : NAME_BEGINS;
    }

    void findLabels(String term) {
        int equal = term.indexOf('=');
        if (equal > 0) {
            int label = pairs.names().find(term.substring(0, equal));
            if (label >= 0) {
                findValues(term.substring(equal + 1), label);
            }
            return;
        }
        int label = pairs.names().find(term);
        if (label >= 0) {
            var all = pairs.ofLabel(label);
            for (int at = 0; at < all.size(); at++) {
                meetPair(all.get(at), LABEL);
            }
        }
        findValues(term, -1);
    }

    /// @param label -1: of any label
    private void findValues(String term, int label) {
        var needle = term.getBytes(UTF_8);
        int exact = pairs.values().find(term);
        if (exact >= 0) {
            meetValue(exact, label, VALUE);
        }
        int[] left = {MOST_VALUES};
        pairs.values()
                .search(
                        term,
                        value -> {
                            boolean isBeginning = pairs.values().beginsWith(value, needle);
                            meetValue(value, label, isBeginning ? TEXT_BEGINS : IN_VALUE);
                            return --left[0] > 0;
                        });
    }

    private void meetValue(int value, int label, int score) {
        for (int pair = pairs.first(value); pair >= 0; pair = pairs.next(pair)) {
            if (label < 0 || pairs.label(pair) == label) {
                meetPair(pair, score);
            }
        }
    }

    private void meetPair(int pair, int score) {
        for (int at = 0; at < pairs.holders(pair); at++) {
            ranking.meet(pairs.holder(pair, at), score);
        }
    }

    /// Words of names that are nearly the one asked for.
    void findNear(Words ofNames, String term) {
        int letters = term.length();
        if (letters < LETTERS_FOR_ONE_MISTAKE || letters > MOST_LETTERS) {
            return;
        }
        int allowed = letters < LETTERS_FOR_TWO_MISTAKES ? 1 : 2;
        for (var near : ofNames.near(term.toLowerCase(Locale.ROOT), allowed)) {
            meet(near.metrics(), NEARLY - near.mistakes());
        }
    }

    private void meet(Ints metrics, int score) {
        for (int at = 0; at < metrics.size(); at++) {
            ranking.meet(metrics.get(at), score);
        }
    }
}
