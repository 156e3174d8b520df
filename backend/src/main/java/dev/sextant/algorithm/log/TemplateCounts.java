// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.log;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// How often lines of a template come.
///
/// @param text of the template, with [Drain#PLACE] where lines differ
/// @param lines how many there are in all
/// @param counts of lines by the end of their step, epoch milliseconds
public record TemplateCounts(String text, long lines, SortedMap<Long, Long> counts) {
    public TemplateCounts {
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    /// A line with its time in epoch milliseconds.
    public record Line(long time, String text) {}

    /// The lines counted per template and step, the template that came most often first.
    ///
    /// @param step milliseconds; steps lie on the epoch grid, open at the start and closed at the end
    public static List<TemplateCounts> of(List<Line> lines, long step) {
        var drain = new Drain();
        var ids = lines.stream().mapToInt(line -> drain.learn(line.text())).toArray();
        var templates = drain.templates();
        // Templates that grew alike are one.
        Map<String, TreeMap<Long, Long>> counts = new LinkedHashMap<>();
        for (int i = 0; i < ids.length; i++) {
            long end = Math.ceilDiv(lines.get(i).time(), step) * step;
            counts.computeIfAbsent(templates.get(ids[i]).text(), _ -> new TreeMap<>())
                    .merge(end, 1L, Long::sum);
        }
        var found = new ArrayList<TemplateCounts>();
        counts.forEach((text, own) -> {
            long all = own.values().stream().mapToLong(Long::longValue).sum();
            found.add(new TemplateCounts(text, all, own));
        });
        found.sort(Comparator.comparingLong(one -> -one.lines()));
        return List.copyOf(found);
    }
}
