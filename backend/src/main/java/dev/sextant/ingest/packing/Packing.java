// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.packing;

/// How a body was made smaller for its way.
public enum Packing {
    NONE,
    GZIP,
    SNAPPY;

    /// The bytes that a body says it unpacks to, never less than it has; not yet verified.
    public long announcedSize(byte[] packed) {
        return switch (this) {
            case NONE -> packed.length;
            case GZIP -> Math.max(packed.length, GzipMember.announcedSize(packed));
            case SNAPPY -> Math.max(packed.length, SnappyBlock.announcedSize(packed));
        };
    }

    public Unpacked unpack(byte[] packed, int maxBytes) {
        return switch (this) {
            case NONE -> new Unpacked.Plain(packed);
            case GZIP -> GzipMember.unpack(packed, maxBytes);
            case SNAPPY -> SnappyBlock.unpack(packed, maxBytes);
        };
    }

    static Unpacked tooLarge(long size, int maxBytes) {
        return new Unpacked.TooLarge(
                "the body unpacks to %d bytes, %d are allowed; send fewer samples in one request"
                        .formatted(size, maxBytes));
    }
}
