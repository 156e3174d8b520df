// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.remotewrite;

import java.util.concurrent.atomic.AtomicReferenceArray;

/// Gives equal texts back as the same object where it remembers them. Bounded: a text displaces another one, and long
/// texts, which hardly come twice, are not remembered.
final class StringPool {
    private static final int SLOTS = 1 << 14;
    private static final int LONGEST = 128;

    private final AtomicReferenceArray<String> slots = new AtomicReferenceArray<>(SLOTS);

    String pooled(String text) {
        if (text.length() > LONGEST) {
            return text;
        }
        int hash = text.hashCode();
        int slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
        var known = slots.getPlain(slot);
        if (text.equals(known)) {
            return known;
        }
        slots.setRelease(slot, text);
        return text;
    }
}
