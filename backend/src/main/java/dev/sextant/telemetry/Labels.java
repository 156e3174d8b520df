// SPDX-License-Identifier: Apache-2.0
package dev.sextant.telemetry;

import java.nio.charset.StandardCharsets;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// The label pairs of a series, sorted by name, without the metric name. Empty values are the same as absent ones and are dropped.
///
/// A million of them are kept and walked through, so that they are flat: a name, its value, the next name.
public final class Labels implements Comparable<Labels> {
    private static final Labels NONE = new Labels(new String[0]);

    private final String[] pairs;
    private final int hash;
    private byte @Nullable [] json;

    private Labels(String[] pairs) {
        this.pairs = pairs;
        int sum = 0;
        for (int at = 0; at < pairs.length; at += 2) {
            sum += pairs[at].hashCode() ^ pairs[at + 1].hashCode();
        }
        this.hash = sum;
    }

    public static Labels none() {
        return NONE;
    }

    public static Labels of(Map<String, String> pairs) {
        var flat = new String[2 * pairs.size()];
        int length = 0;
        for (var pair : pairs.entrySet()) {
            if (!pair.getValue().isEmpty()) {
                if (length > 0 && flat[length - 2].compareTo(pair.getKey()) > 0) {
                    return of(new TreeMap<>(pairs));
                }
                flat[length++] = pair.getKey();
                flat[length++] = pair.getValue();
            }
        }
        return ofSorted(flat, length);
    }

    private static Labels ofSorted(String[] flat, int length) {
        if (length == 0) {
            return NONE;
        }
        return new Labels(length == flat.length ? flat : Arrays.copyOf(flat, length));
    }

    public static Labels of(String name, String value) {
        return of(Map.of(name, value));
    }

    /// The value of a label, or null when the series does not have it.
    public @Nullable String value(String name) {
        int from = 0;
        for (int to = pairs.length / 2; from < to; ) {
            int middle = (from + to) >>> 1;
            int order = pairs[2 * middle].compareTo(name);
            if (order == 0) {
                return pairs[2 * middle + 1];
            }
            if (order < 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return null;
    }

    /// The pairs in order of their names; read-only.
    public Map<String, String> asMap() {
        return new View();
    }

    /// Only the named labels; those that are absent stay absent.
    public Labels only(Collection<String> names) {
        return filtered(names, true);
    }

    public Labels without(Collection<String> names) {
        return filtered(names, false);
    }

    private Labels filtered(Collection<String> names, boolean isKept) {
        var kept = new String[pairs.length];
        int length = 0;
        for (int at = 0; at < pairs.length; at += 2) {
            if (names.contains(pairs[at]) == isKept) {
                kept[length++] = pairs[at];
                kept[length++] = pairs[at + 1];
            }
        }
        return length == pairs.length ? this : ofSorted(kept, length);
    }

    public Labels with(String name, String value) {
        var more = new TreeMap<>(asMap());
        more.put(name, value);
        return of(more);
    }

    public int size() {
        return pairs.length / 2;
    }

    @Override
    public int compareTo(Labels other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof Labels labels
                        && hash == labels.hash
                        && Arrays.equals(pairs, labels.pairs);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /// Canonical text, the same for equal labels: {@code {host="a", zone="b"}}.
    @Override
    public String toString() {
        var text = new StringBuilder("{");
        for (int at = 0; at < pairs.length; at += 2) {
            text.append(at == 0 ? "" : ", ").append(pairs[at]).append("=\"");
            text.append(escape(pairs[at + 1])).append('"');
        }
        return text.append('}').toString();
    }

    /// An object of JSON in UTF-8, which is kept, as answers over all series are made of them. Not to be changed.
    public byte[] json() {
        var known = json;
        if (known == null) {
            var text = new StringBuilder("{");
            for (int at = 0; at < pairs.length; at += 2) {
                text.append(at == 0 ? "" : ",");
                quote(pairs[at], text);
                text.append(':');
                quote(pairs[at + 1], text);
            }
            known = text.append('}').toString().getBytes(StandardCharsets.UTF_8);
            json = known;
        }
        return known;
    }

    private static void quote(String value, StringBuilder text) {
        text.append('"');
        for (int at = 0; at < value.length(); at++) {
            char letter = value.charAt(at);
            if (letter < ' ') {
                text.append(String.format(Locale.ROOT, "\\u%04x", (int) letter));
            } else if (letter == '"' || letter == '\\') {
                text.append('\\').append(letter);
            } else {
                text.append(letter);
            }
        }
        text.append('"');
    }

    private static String escape(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    private final class View extends AbstractMap<String, String> {
        @Override
        public int size() {
            return pairs.length / 2;
        }

        @Override
        public @Nullable String get(@Nullable Object name) {
            return name instanceof String text ? value(text) : null;
        }

        @Override
        public boolean containsKey(@Nullable Object name) {
            return get(name) != null;
        }

        @Override
        public void forEach(BiConsumer<? super String, ? super String> action) {
            for (int at = 0; at < pairs.length; at += 2) {
                action.accept(pairs[at], pairs[at + 1]);
            }
        }

        @Override
        public Set<Entry<String, String>> entrySet() {
            return new Entries();
        }
    }

    private final class Entries extends AbstractSet<Map.Entry<String, String>> {
        @Override
        public int size() {
            return pairs.length / 2;
        }

        @Override
        public Iterator<Map.Entry<String, String>> iterator() {
            return new Iterator<>() {
                private int at;

                @Override
                public boolean hasNext() {
                    return at < pairs.length;
                }

                @Override
                public Map.Entry<String, String> next() {
                    if (at >= pairs.length) {
                        throw new NoSuchElementException();
                    }
                    at += 2;
                    return Map.entry(pairs[at - 2], pairs[at - 1]);
                }
            };
        }
    }
}
