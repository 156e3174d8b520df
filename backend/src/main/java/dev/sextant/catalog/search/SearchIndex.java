// SPDX-License-Identifier: Apache-2.0
package dev.sextant.catalog.search;

import dev.sextant.telemetry.Labels;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The metrics of one tenant by what is known of them. Adding what is known already changes nothing, so that whoever fills
/// it need not remember what it has added. What was added stays: whether a metric still has series is asked elsewhere.
/// Several threads may use it; each call is short.
public final class SearchIndex {
    /// A description may be long; what it is about stands at its beginning.
    private static final int DESCRIPTION_CHARACTERS = 300;

    /// More words than these are not looked at.
    private static final int MOST_TERMS = 16;

    private final TextPool names = new TextPool();
    private final Words nameWords = new Words();
    private final Words textWords = new Words();
    private final LabelPairs pairs = new LabelPairs();
    private final List<String> metrics = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();

    /// Adds a metric and the labels of some or all of its series.
    public synchronized void add(String metric, Collection<Labels> series) {
        int id = id(metric);
        for (var labels : series) {
            labels.asMap()
                    .forEach(
                            (name, value) -> pairs.hold(pairs.add(pairs.addName(name), value), id));
        }
    }

    /// Says what is written about a metric (unit, description), in place of what was said before.
    public synchronized void describe(String metric, String text) {
        int id = id(metric);
        var clipped = text.substring(0, Math.min(text.length(), DESCRIPTION_CHARACTERS));
        var before = texts.get(id);
        if (!clipped.equals(before)) {
            Words.of(before).forEach(word -> textWords.remove(word, id));
            Words.of(clipped).forEach(word -> textWords.add(word, id));
            texts.set(id, clipped);
        }
    }

    private int id(String metric) {
        int id = names.add(metric);
        if (id == metrics.size()) {
            metrics.add(metric);
            texts.add("");
            Words.of(metric).forEach(word -> nameWords.add(word, id));
        }
        return id;
    }

    /// The metrics that meet every word of a text, best first: in their name, what is written about them, their labels or
    /// the values of those; `host=web-1` asks for that label's value. Words of names may have a typing mistake.
    public synchronized List<String> search(String text) {
        var ranking = new Ranking(metrics.size());
        var search = new TermSearch(names, pairs, ranking);
        for (var term : terms(text)) {
            search.findWords(nameWords, textWords, term);
            search.findNames(term);
            search.findLabels(term);
            var words = Words.of(term);
            if (ranking.isAnyMet() || words.isEmpty()) {
                ranking.endTerm();
            } else {
                words.forEach(word -> findNearly(word, search, ranking));
            }
        }
        return ranking.best(metrics);
    }

    /// A name of several words may have a mistake in one of them: then each counts for itself.
    private void findNearly(String word, TermSearch search, Ranking ranking) {
        search.findWords(nameWords, textWords, word);
        if (!ranking.isAnyMet()) {
            search.findNear(nameWords, word);
        }
        ranking.endTerm();
    }

    private static Set<String> terms(String text) {
        var terms = new HashSet<String>();
        for (var term : text.strip().split("\\s+")) {
            boolean isHan = term.codePoints().anyMatch(Character::isIdeographic);
            if (isHan) {
                terms.addAll(Words.of(term));
            } else if (!term.isEmpty() && terms.size() < MOST_TERMS) {
                terms.add(term);
            }
        }
        return terms;
    }

    /// What the index takes in memory.
    public synchronized long memory() {
        return names.memory() + nameWords.memory() + textWords.memory() + pairs.memory();
    }
}
