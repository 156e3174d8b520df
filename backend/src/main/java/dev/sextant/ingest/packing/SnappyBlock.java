// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.packing;

import java.io.IOException;
import org.xerial.snappy.Snappy;

/// Unpacks snappy's block format. What a block announces is checked before memory is taken for it.
final class SnappyBlock {
    /// The format's densest element copies 64 bytes and takes 3; more than this can't come out of a true block.
    private static final long MAX_EXPANSION = 22;

    private static final byte[] FRAMED = {(byte) 0xff, 6, 0, 0, 's', 'N', 'a', 'P', 'p', 'Y'};

    private SnappyBlock() {}

    static Unpacked unpack(byte[] packed, int maxBytes) {
        if (packed.length == 0) {
            return new Unpacked.Damaged("the body is empty; a snappy block was expected");
        }
        if (isFramed(packed)) {
            return new Unpacked.Damaged(
                    "the body is in snappy's framed format; remote write uses its block format");
        }
        long size = announcedSize(packed);
        if (size < 0) {
            return new Unpacked.Damaged(
                    "the body is not a snappy block: it does not begin with a size");
        }
        if (size > packed.length * MAX_EXPANSION) {
            return new Unpacked.Damaged(
                    "the snappy block announces %d bytes, which its %d bytes can't hold"
                            .formatted(size, packed.length));
        }
        if (size > maxBytes) {
            return Packing.tooLarge(size, maxBytes);
        }
        return inflate(packed, (int) size);
    }

    private static Unpacked inflate(byte[] packed, int size) {
        var damaged =
                new Unpacked.Damaged(
                        "the snappy block is damaged or cut off: its %d bytes do not unpack to the %d that it announces"
                                .formatted(packed.length, size));
        var plain = new byte[size];
        try {
            int unpacked = Snappy.uncompress(packed, 0, packed.length, plain, 0);
            return unpacked == size ? new Unpacked.Plain(plain) : damaged;
        } catch (IOException wrong) {
            return damaged;
        }
    }

    /// The size that the block begins with, -1 when it begins with none.
    static long announcedSize(byte[] packed) {
        long size = 0;
        for (int at = 0; at < 5 && at < packed.length; at++) {
            size |= (packed[at] & 0x7fL) << (7 * at);
            if (packed[at] >= 0) {
                return size;
            }
        }
        return -1;
    }

    private static boolean isFramed(byte[] packed) {
        if (packed.length < FRAMED.length) {
            return false;
        }
        for (int at = 0; at < FRAMED.length; at++) {
            if (packed[at] != FRAMED[at]) {
                return false;
            }
        }
        return true;
    }
}
