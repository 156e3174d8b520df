// SPDX-License-Identifier: Apache-2.0
package dev.sextant.telemetry;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The label pairs of a series, sorted by name, without the metric name. Empty values are the same as absent ones and are dropped.
public final class Labels implements Comparable<Labels> {
    private static final Labels NONE = new Labels(new TreeMap<>());

    private final TreeMap<String, String> pairs;
    private final int hash;

    private Labels(TreeMap<String, String> pairs) {
        this.pairs = pairs;
        this.hash = pairs.hashCode();
    }

    public static Labels none() {
        return NONE;
    }

    public static Labels of(Map<String, String> pairs) {
        var sorted = new TreeMap<String, String>();
        pairs.forEach((name, value) -> {
            if (!value.isEmpty()) {
                sorted.put(name, value);
            }
        });
        return sorted.isEmpty() ? NONE : new Labels(sorted);
    }

    public static Labels of(String name, String value) {
        return of(Map.of(name, value));
    }

    /// The value of a label, or null when the series does not have it.
    public @Nullable String value(String name) {
        return pairs.get(name);
    }

    /// The pairs in order of their names; read-only.
    public Map<String, String> asMap() {
        return java.util.Collections.unmodifiableMap(pairs);
    }

    /// Only the named labels; those that are absent stay absent.
    public Labels only(Collection<String> names) {
        var kept = new TreeMap<String, String>();
        for (var name : names) {
            var value = pairs.get(name);
            if (value != null) {
                kept.put(name, value);
            }
        }
        return of(kept);
    }

    public Labels without(Collection<String> names) {
        var kept = new TreeMap<>(pairs);
        names.forEach(kept::remove);
        return of(kept);
    }

    public Labels with(String name, String value) {
        var more = new TreeMap<>(pairs);
        more.put(name, value);
        return of(more);
    }

    public int size() {
        return pairs.size();
    }

    @Override
    public int compareTo(Labels other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Labels labels && hash == labels.hash && pairs.equals(labels.pairs);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /// Canonical text, the same for equal labels: {@code {host="a", zone="b"}}.
    @Override
    public String toString() {
        return pairs.entrySet().stream()
                .map(pair -> pair.getKey() + "=\"" + escape(pair.getValue()) + '"')
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String escape(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
