// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Templates of log lines, learnt line by line: a line goes down a tree of fixed depth by its number of words and its first words,
/// and joins the most similar template there, if at least half of their words are the same; places where they differ become
/// [#PLACE]. He, Zhu, Zheng and Lyu, "Drain: an online log parsing approach with fixed depth tree", ICWS 2017. A word with a digit
/// is a place from the start. State is bounded: beyond [#MOST] templates a line joins the most similar one, or the rest. Not safe
/// for use by several threads.
public final class Drain {
    /// Stands where lines of one template differ.
    public static final String PLACE = "<*>";

    /// How many templates are kept apart.
    static final int MOST = 1000;

    private static final int DEPTH = 2;
    private static final int BRANCHES = 100;
    private static final int LONGEST = 200;
    private static final double SIMILAR = 0.5;

    private final Map<String, List<Integer>> leaves = new HashMap<>();
    private final Map<String, Integer> branches = new HashMap<>();
    private final List<Known> templates = new ArrayList<>();

    private static final class Known {
        private final String[] words;
        private long lines = 1;

        Known(String[] words) {
            this.words = words;
        }
    }

    /// Takes a line.
    ///
    /// @return the id of its template, under which a series of counts can be kept
    public int learn(String line) {
        var words = words(line);
        var leaf = leaves.computeIfAbsent(path(words), _ -> new ArrayList<>());
        var best = nearest(leaf, words);
        if (best >= 0 && similarity(templates.get(best).words, words) >= SIMILAR) {
            join(templates.get(best), words);
            return best;
        }
        if (templates.size() >= MOST) {
            var rest = best >= 0 ? best : MOST - 1;
            templates.get(rest).lines++;
            return rest;
        }
        templates.add(new Known(words));
        leaf.add(templates.size() - 1);
        return templates.size() - 1;
    }

    /// All templates so far, by id.
    public List<Template> templates() {
        var result = new ArrayList<Template>();
        for (var id = 0; id < templates.size(); id++) {
            var known = templates.get(id);
            result.add(new Template(id, Arrays.asList(known.words), known.lines));
        }
        return result;
    }

    private static String[] words(String line) {
        var words = line.strip().split("\\s+", LONGEST + 1);
        var kept = Arrays.copyOf(words, Math.min(words.length, LONGEST));
        for (var i = 0; i < kept.length; i++) {
            if (kept[i].chars().anyMatch(Character::isDigit)) {
                kept[i] = PLACE;
            }
        }
        return kept;
    }

    // The tree as paths: a full branch sends new words the way of places.
    private String path(String[] words) {
        var path = new StringBuilder().append(words.length);
        for (var depth = 0; depth < Math.min(DEPTH, words.length); depth++) {
            var next = path + "\n" + words[depth];
            var parent = path.toString();
            if (!leaves.containsKey(next) && !branches.containsKey(next)) {
                if (branches.merge(parent, 1, Integer::sum) > BRANCHES) {
                    next = path + "\n" + PLACE;
                }
                branches.putIfAbsent(next, 0);
            }
            path.setLength(0);
            path.append(next);
        }
        return path.toString();
    }

    private int nearest(List<Integer> leaf, String[] words) {
        var best = -1;
        var most = -1.0;
        for (var id : leaf) {
            var similarity = similarity(templates.get(id).words, words);
            if (similarity > most) {
                most = similarity;
                best = id;
            }
        }
        return best;
    }

    private static double similarity(String[] template, String[] words) {
        var same = 0;
        for (var i = 0; i < words.length; i++) {
            same += template[i].equals(words[i]) ? 1 : 0;
        }
        return (double) same / words.length;
    }

    private static void join(Known known, String[] words) {
        known.lines++;
        for (var i = 0; i < words.length; i++) {
            if (!known.words[i].equals(words[i])) {
                known.words[i] = PLACE;
            }
        }
    }
}
