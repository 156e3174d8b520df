// SPDX-License-Identifier: Apache-2.0
package dev.sextant.catalog.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Which pairs of label and value there are, and which metrics have each. Most pairs belong to one metric: that one stands
/// in an array, the others have a list.
final class LabelPairs {
    private static final int NOBODY = -1;

    private final TextPool names = new TextPool();
    private final TextPool values = new TextPool();
    private final List<Ints> byLabel = new ArrayList<>();
    private final List<Ints> shared = new ArrayList<>();
    private long[] keys = new long[64];
    private int[] pairs = new int[64];
    private int[] labelOf = new int[16];
    private int[] valueOf = new int[16];
    private int[] holder = new int[16];
    private int[] nextOfValue = new int[16];
    private int[] firstOfValue = new int[16];
    private int size;

    TextPool names() {
        return names;
    }

    TextPool values() {
        return values;
    }

    /// The pair's number; it is added when it is new.
    int add(int label, String value) {
        int text = values.add(value);
        int known = find(label, text);
        return known >= 0 ? known : enter(label, text);
    }

    int addName(String name) {
        int label = names.add(name);
        while (byLabel.size() <= label) {
            byLabel.add(new Ints());
        }
        return label;
    }

    /// The pair's number, or -1.
    int find(int label, int value) {
        return pairs[slot(key(label, value))] - 1;
    }

    private int enter(int label, int value) {
        int pair = size;
        grow();
        labelOf[pair] = label;
        valueOf[pair] = value;
        holder[pair] = NOBODY;
        nextOfValue[pair] = firstOfValue[value] - 1;
        firstOfValue[value] = pair + 1;
        byLabel.get(label).add(pair);
        size++;
        if (size * 3L > keys.length * 2L) {
            rehash();
        } else {
            put(pair);
        }
        return pair;
    }

    private void grow() {
        if (size == labelOf.length) {
            int wanted = size + size / 4 + 16;
            labelOf = Arrays.copyOf(labelOf, wanted);
            valueOf = Arrays.copyOf(valueOf, wanted);
            holder = Arrays.copyOf(holder, wanted);
            nextOfValue = Arrays.copyOf(nextOfValue, wanted);
        }
        if (values.size() > firstOfValue.length) {
            firstOfValue = Arrays.copyOf(firstOfValue, values.size() + values.size() / 4 + 16);
        }
    }

    private void rehash() {
        keys = new long[keys.length * 2];
        pairs = new int[keys.length];
        for (int pair = 0; pair < size; pair++) {
            put(pair);
        }
    }

    private void put(int pair) {
        long key = key(labelOf[pair], valueOf[pair]);
        int slot = slot(key);
        keys[slot] = key;
        pairs[slot] = pair + 1;
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        long mixed = key * 0x9E3779B97F4A7C15L;
        int at = (int) (mixed ^ (mixed >>> 32)) & mask;
        while (pairs[at] != 0 && keys[at] != key) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private static long key(int label, int value) {
        return (long) label << 32 | value;
    }

    /// Notes that a metric has the pair.
    ///
    /// @return whether that is new
    boolean hold(int pair, int metric) {
        int held = holder[pair];
        if (held == NOBODY) {
            holder[pair] = metric;
            return true;
        }
        if (held == metric) {
            return false;
        }
        if (held > NOBODY) {
            var both = new Ints();
            both.insert(held);
            both.insert(metric);
            shared.add(both);
            holder[pair] = -1 - shared.size();
            return true;
        }
        return shared.get(-2 - held).insert(metric);
    }

    int holders(int pair) {
        int held = holder[pair];
        return held < NOBODY ? shared.get(-2 - held).size() : held == NOBODY ? 0 : 1;
    }

    int holder(int pair, int at) {
        int held = holder[pair];
        return held < NOBODY ? shared.get(-2 - held).get(at) : held;
    }

    int label(int pair) {
        return labelOf[pair];
    }

    /// The first pair with a value; the others follow by [#next]. -1 ends.
    int first(int value) {
        return value < firstOfValue.length ? firstOfValue[value] - 1 : -1;
    }

    int next(int pair) {
        return nextOfValue[pair];
    }

    /// The pairs of a label.
    Ints ofLabel(int label) {
        return byLabel.get(label);
    }

    long memory() {
        long lists =
                byLabel.stream().mapToLong(Ints::bytes).sum()
                        + shared.stream().mapToLong(list -> list.bytes() + 8).sum();
        long arrays = 12L * keys.length + 16L * labelOf.length + 4L * firstOfValue.length;
        return names.memory() + values.memory() + lists + arrays;
    }
}
