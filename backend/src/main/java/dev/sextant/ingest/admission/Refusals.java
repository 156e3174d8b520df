// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.admission;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The samples of one batch that were refused: how many for which reason, each reason with one example.
public final class Refusals {
    private static final int MAX_EXAMPLE = 300;

    /// Why a sample is refused.
    public enum Reason {
        NO_METRIC_NAME,
        INVALID_NAME,
        DUPLICATE_LABEL,
        TOO_MANY_LABELS,
        LABEL_TOO_LONG,
        TOO_MANY_SERIES,
        TOO_FAR_IN_FUTURE,
        TOO_OLD,
        NATIVE_HISTOGRAM,
        NO_TEMPORALITY,
        OUT_OF_ORDER,
        MALFORMED_POINT;

        /// As metrics and answers say it: {@code too-many-labels}.
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Map<Reason, Long> counts = new EnumMap<>(Reason.class);
    private final Map<Reason, String> examples = new EnumMap<>(Reason.class);

    public void add(Reason reason, long samples, Supplier<String> example) {
        counts.merge(reason, samples, Long::sum);
        if (!examples.containsKey(reason)) {
            examples.put(reason, clip(example.get()));
        }
    }

    public boolean isEmpty() {
        return counts.isEmpty();
    }

    public long samples() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    public Map<Reason, Long> counts() {
        return Map.copyOf(counts);
    }

    /// For the sender: {@code 3 too-many-labels (up{...}: has 60 labels, 40 are allowed); 1 too-old (...)}.
    public String summary() {
        List<String> parts = new ArrayList<>();
        counts.forEach((reason, count) ->
                parts.add(count + " " + reason.text() + " (" + examples.get(reason) + ")"));
        return parts.stream().collect(Collectors.joining("; "));
    }

    private static String clip(String text) {
        return text.length() <= MAX_EXAMPLE ? text : text.substring(0, MAX_EXAMPLE) + "…";
    }
}
