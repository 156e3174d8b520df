// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.remotewrite;

import dev.sextant.ingest.BodyFaultException;
import java.io.IOException;
import org.xerial.snappy.Snappy;

/// Unpacks snappy's block format. What a block announces is checked before memory is taken for it.
final class SnappyBlock {
    /// The format's densest element copies 64 bytes and takes 3; more than this can't come out of a true block.
    private static final long MAX_EXPANSION = 22;

    private static final byte[] FRAMED = {(byte) 0xff, 6, 0, 0, 's', 'N', 'a', 'P', 'p', 'Y'};

    private SnappyBlock() {}

    static byte[] unpack(byte[] packed, int maxBytes) throws BodyFaultException {
        if (packed.length == 0) {
            throw BodyFaultException.malformed("the body is empty; a snappy block was expected");
        }
        if (isFramed(packed)) {
            throw BodyFaultException.malformed(
                    "the body is in snappy's framed format; remote write uses its block format");
        }
        int size = announcedSize(packed, maxBytes);
        var plain = new byte[size];
        try {
            int unpacked = Snappy.uncompress(packed, 0, packed.length, plain, 0);
            if (unpacked == size) {
                return plain;
            }
        } catch (IOException damaged) {
            throw damaged(packed.length, size);
        }
        throw damaged(packed.length, size);
    }

    private static BodyFaultException damaged(int packed, int size) {
        return BodyFaultException.malformed(
                "the snappy block is damaged or cut off: its %d bytes do not unpack to the %d that it announces"
                        .formatted(packed, size));
    }

    private static int announcedSize(byte[] packed, int maxBytes) throws BodyFaultException {
        long size = 0;
        for (int at = 0; at < 5 && at < packed.length; at++) {
            size |= (packed[at] & 0x7fL) << (7 * at);
            if (packed[at] >= 0) {
                return checkedSize(size, packed.length, maxBytes);
            }
        }
        throw BodyFaultException.malformed(
                "the body is not a snappy block: it does not begin with a size");
    }

    private static int checkedSize(long size, int packed, int maxBytes) throws BodyFaultException {
        if (size > packed * MAX_EXPANSION) {
            throw BodyFaultException.malformed(
                    "the snappy block announces %d bytes, which its %d bytes can't hold"
                            .formatted(size, packed));
        }
        if (size > maxBytes) {
            throw BodyFaultException.tooLarge(
                    "the body unpacks to %d bytes, %d are allowed; send fewer samples in one request"
                            .formatted(size, maxBytes));
        }
        return (int) size;
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
