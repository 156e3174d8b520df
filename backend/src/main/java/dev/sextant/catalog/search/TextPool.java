// SPDX-License-Identifier: Apache-2.0
package dev.sextant.catalog.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/// Different texts, numbered from 0 in order of arrival, as UTF-8 in one array. A text is found by its whole (a hash
/// table) and by any part of three bytes or more: for each three bytes in a row it is known in which blocks of texts they
/// occur, and only the blocks that have all of a part's are looked at. Blocks keep that knowledge small: texts that arrive
/// together are alike. Letters of ASCII are the same in both cases when a part is searched.
final class TextPool {
    /// The shortest part that can be searched.
    static final int LEAST_BYTES = 3;

    private static final int BLOCK_BITS = 6;
    private static final int ENTRY_BYTES = 64;

    private final Map<Integer, Ints> blocks = new HashMap<>();
    private byte[] bytes = new byte[256];
    private int[] ends = new int[16];
    private int[] slots = new int[64];
    private int size;

    int size() {
        return size;
    }

    /// The text's number, or -1.
    int find(String text) {
        return find(text.getBytes(UTF_8));
    }

    private int find(byte[] text) {
        int slot = slots[slot(text)];
        return slot - 1;
    }

    /// The number of the text, which is added when it is new.
    int add(String text) {
        var encoded = text.getBytes(UTF_8);
        int known = find(encoded);
        if (known >= 0) {
            return known;
        }
        int id = size;
        int start = id == 0 ? 0 : ends[id - 1];
        if (start + encoded.length > bytes.length) {
            int wanted = start + encoded.length;
            bytes = Arrays.copyOf(bytes, wanted + wanted / 4);
        }
        System.arraycopy(encoded, 0, bytes, start, encoded.length);
        if (id == ends.length) {
            ends = Arrays.copyOf(ends, id + id / 4 + 16);
        }
        ends[id] = start + encoded.length;
        size++;
        enter(encoded, id);
        noteParts(encoded, id >> BLOCK_BITS);
        return id;
    }

    private void enter(byte[] text, int id) {
        if (size * 3L > slots.length * 2L) {
            slots = new int[slots.length * 2];
            for (int known = 0; known < size; known++) {
                slots[slot(Arrays.copyOfRange(bytes, start(known), ends[known]))] = known + 1;
            }
        } else {
            slots[slot(text)] = id + 1;
        }
    }

    private int slot(byte[] text) {
        int mask = slots.length - 1;
        int at = spread(Arrays.hashCode(text)) & mask;
        while (slots[at] != 0 && !isAt(slots[at] - 1, text)) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private static int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ (mixed >>> 15);
    }

    private boolean isAt(int id, byte[] text) {
        return Arrays.equals(bytes, start(id), ends[id], text, 0, text.length);
    }

    private void noteParts(byte[] text, int block) {
        for (int at = 0; at + LEAST_BYTES <= text.length; at++) {
            var holders = blocks.computeIfAbsent(part(text, at), _ -> new Ints());
            if (holders.last() != block) {
                holders.add(block);
            }
        }
    }

    private static int part(byte[] text, int at) {
        return folded(text[at]) << 16 | folded(text[at + 1]) << 8 | folded(text[at + 2]);
    }

    private static int folded(byte letter) {
        return letter >= 'A' && letter <= 'Z' ? letter + ('a' - 'A') : letter & 0xff;
    }

    /// Calls with the number of each text that holds the part, until the call says false.
    ///
    /// @param text of [#LEAST_BYTES] bytes or more, else nothing is found
    void search(String text, IntPredicate isWanted) {
        var needle = text.getBytes(UTF_8);
        var lists = holders(needle);
        if (lists.isEmpty()) {
            return;
        }
        var shortest = lists.getFirst();
        for (int at = 0; at < shortest.size(); at++) {
            int block = shortest.get(at);
            if (lists.stream().allMatch(list -> list.contains(block))
                    && !searchBlock(block, needle, isWanted)) {
                return;
            }
        }
    }

    private List<Ints> holders(byte[] needle) {
        var lists = new ArrayList<Ints>();
        for (int at = 0; at + LEAST_BYTES <= needle.length; at++) {
            var list = blocks.get(part(needle, at));
            if (list == null) {
                return List.of();
            }
            lists.add(list);
        }
        lists.sort(Comparator.comparingInt(Ints::size));
        return lists;
    }

    private boolean searchBlock(int block, byte[] needle, IntPredicate isWanted) {
        int end = Math.min(size, (block + 1) << BLOCK_BITS);
        for (int id = block << BLOCK_BITS; id < end; id++) {
            if (holds(id, needle) && !isWanted.test(id)) {
                return false;
            }
        }
        return true;
    }

    private boolean holds(int id, byte[] needle) {
        int last = ends[id] - needle.length;
        for (int at = start(id); at <= last; at++) {
            if (isAtPlace(at, needle)) {
                return true;
            }
        }
        return false;
    }

    boolean beginsWith(int id, byte[] needle) {
        return ends[id] - start(id) >= needle.length && isAtPlace(start(id), needle);
    }

    private boolean isAtPlace(int at, byte[] needle) {
        for (int letter = 0; letter < needle.length; letter++) {
            if (folded(bytes[at + letter]) != folded(needle[letter])) {
                return false;
            }
        }
        return true;
    }

    int length(int id) {
        return ends[id] - start(id);
    }

    private int start(int id) {
        return id == 0 ? 0 : ends[id - 1];
    }

    /// What it takes in memory.
    long memory() {
        long lists = blocks.values().stream().mapToLong(list -> list.bytes() + ENTRY_BYTES).sum();
        return bytes.length + 4L * ends.length + 4L * slots.length + lists;
    }
}
