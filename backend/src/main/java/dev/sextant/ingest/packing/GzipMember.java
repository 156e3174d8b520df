// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.packing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/// Unpacks gzip. Its last four bytes say how much comes out: as much memory is taken, never more, and a body that says
/// otherwise than it holds is refused.
final class GzipMember {
    private static final int SMALLEST = 18;

    /// Deflate's densest code gives 258 bytes for two bits.
    private static final long MAX_EXPANSION = 1_032;

    private GzipMember() {}

    static long announcedSize(byte[] packed) {
        if (packed.length < SMALLEST) {
            return 0;
        }
        long size = 0;
        for (int at = 1; at <= Integer.BYTES; at++) {
            size = size << 8 | (packed[packed.length - at] & 0xff);
        }
        return size;
    }

    static Unpacked unpack(byte[] packed, int maxBytes) {
        if (packed.length < SMALLEST || packed[0] != 0x1f || packed[1] != (byte) 0x8b) {
            return new Unpacked.Damaged(
                    "the body is not gzip, which its Content-Encoding says it is");
        }
        long size = announcedSize(packed);
        if (size > packed.length * MAX_EXPANSION) {
            return new Unpacked.Damaged(
                    "the gzip body announces %d bytes, which its %d bytes can't hold; it is damaged or cut off"
                            .formatted(size, packed.length));
        }
        if (size > maxBytes) {
            return Packing.tooLarge(size, maxBytes);
        }
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed), 8_192)) {
            var plain = new byte[(int) size];
            int read = in.readNBytes(plain, 0, plain.length);
            if (read == plain.length && in.read() < 0) {
                return new Unpacked.Plain(plain);
            }
            return new Unpacked.Damaged(
                    "the gzip body holds more or less than the %d bytes it announces; send one gzip member"
                            .formatted(size));
        } catch (IOException damaged) {
            return new Unpacked.Damaged(
                    "the gzip body is damaged or cut off: it does not unpack to the %d bytes that it announces"
                            .formatted(size));
        }
    }
}
