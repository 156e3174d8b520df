// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.remotewrite;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The texts of a request of remote write 2.0, which its series name by their places. A text is made when it is first
/// asked for: a table of a million empty ones takes little memory.
final class SymbolTable {
    /// No sender has so many in one request; a table of them is there to take memory.
    private static final int MOST = 1_000_000;

    private final byte[] body;
    private int[] places = new int[256];
    private int size;
    private @Nullable String[] texts = {};

    SymbolTable(byte[] body) {
        this.body = body;
    }

    /// Notes the symbol that the stream stands before; the stream goes on behind it.
    void add(CodedInputStream in) throws IOException {
        if (size == MOST) {
            throw new InvalidProtocolBufferException(
                    "it has more than %,d symbols".formatted(MOST));
        }
        int length = in.readRawVarint32();
        int start = in.getTotalBytesRead();
        in.skipRawBytes(length);
        if (size == 0 && length != 0) {
            throw new InvalidProtocolBufferException("its first symbol is not the empty one");
        }
        if (places.length == size * 2) {
            places = Arrays.copyOf(places, size * 4);
        }
        places[size * 2] = start;
        places[size * 2 + 1] = length;
        size++;
    }

    String get(int symbol) throws IOException {
        if (symbol < 0 || symbol >= size) {
            throw new InvalidProtocolBufferException(
                    "symbol %s is named but there are %d"
                            .formatted(Integer.toUnsignedString(symbol), size));
        }
        if (texts.length < size) {
            texts = Arrays.copyOf(texts, size);
        }
        var known = texts[symbol];
        if (known == null) {
            known = text(places[symbol * 2], places[symbol * 2 + 1]);
            texts[symbol] = known;
        }
        return known;
    }

    private String text(int start, int length) throws IOException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body, start, length))
                    .toString();
        } catch (CharacterCodingException wrong) {
            throw new InvalidProtocolBufferException("a text in it is not UTF-8");
        }
    }
}
