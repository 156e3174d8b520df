// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker.onnx;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// Reads the wire format of protocol buffers, field by field, and allocates nothing but views of what it is given.
final class WireReader {
    private static final int NUMBER = 0;
    private static final int EIGHT_BYTES = 1;
    private static final int BODY = 2;
    private static final int FOUR_BYTES = 5;
    private static final int LONGEST_NUMBER_BITS = 64;

    private final ByteBuffer bytes;

    WireReader(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /// @param value of a whole number; 0 for all else
    /// @param body of a text or a message; null for all else
    record Field(int number, long value, @Nullable ByteBuffer body) {
        boolean isBody(int wanted) {
            return body != null && number == wanted;
        }

        /// @throws IllegalStateException when it has no body
        WireReader inside() {
            return new WireReader(view());
        }

        /// @throws IllegalStateException when it has no body
        String text() {
            return UTF_8.decode(view()).toString();
        }

        private ByteBuffer view() {
            if (body == null) {
                throw new IllegalStateException("field %d has no body".formatted(number));
            }
            return body.slice();
        }
    }

    boolean hasNext() {
        return bytes.hasRemaining();
    }

    Field next() throws UnfitModelException {
        long key = number();
        int field = (int) (key >>> 3);
        if (key < 8 || key >>> 3 != field) {
            throw damaged();
        }
        return switch ((int) (key & 7)) {
            case NUMBER -> new Field(field, number(), null);
            case BODY -> new Field(field, 0, body(number()));
            case EIGHT_BYTES -> fixed(field, Long.BYTES);
            case FOUR_BYTES -> fixed(field, Integer.BYTES);
            default -> throw damaged();
        };
    }

    private Field fixed(int field, int length) throws UnfitModelException {
        body(length);
        return new Field(field, 0, null);
    }

    private ByteBuffer body(long length) throws UnfitModelException {
        if (length < 0 || length > bytes.remaining()) {
            throw damaged();
        }
        var body = bytes.slice(bytes.position(), (int) length);
        bytes.position(bytes.position() + (int) length);
        return body;
    }

    private long number() throws UnfitModelException {
        long value = 0;
        for (int shift = 0; shift < LONGEST_NUMBER_BITS; shift += 7) {
            if (!bytes.hasRemaining()) {
                throw damaged();
            }
            byte next = bytes.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw damaged();
    }

    private static UnfitModelException damaged() {
        return new UnfitModelException(
                "the file is no ONNX model, or a damaged one: export it again, and send the bytes of the .onnx file as they are");
    }
}
