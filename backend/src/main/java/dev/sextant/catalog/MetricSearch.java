// SPDX-License-Identifier: Apache-2.0
package dev.sextant.catalog;

import dev.sextant.telemetry.MetricMetadata;
import java.util.List;
import java.util.Locale;

/// Which metrics to list: those whose name, unit or description holds every word of the text, after a name, at most so many.
///
/// @param after list only names that come after this one; empty to begin
public record MetricSearch(String text, String after, int limit) {
    public MetricSearch {
        if (limit < 1) {
            throw new IllegalArgumentException("a list needs a limit of 1 or more, not " + limit);
        }
    }

    boolean accepts(MetricMetadata metadata) {
        var words = words();
        if (words.isEmpty()) {
            return true;
        }
        var hay =
                (metadata.metric() + ' ' + metadata.unit() + ' ' + metadata.description())
                        .toLowerCase(Locale.ROOT);
        return words.stream().allMatch(hay::contains);
    }

    private List<String> words() {
        return List.of(text.toLowerCase(Locale.ROOT).strip().split("\\s+")).stream()
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
