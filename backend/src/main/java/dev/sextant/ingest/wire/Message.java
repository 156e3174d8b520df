// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.wire;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.util.Arrays;

/// A protobuf message as a range of a body, which may be walked more than once: what a point means can stand behind the
/// points, and the format promises no order.
public record Message(byte[] body, int from, int to) {
    private static final int MOST_NUMBERS = 4_096;

    /// Gets each field of a message in turn. It reads the field's value, or says that it does not want it.
    public interface FieldReader {
        /// @return false when the field was left unread
        boolean read(int tag, CodedInputStream in) throws IOException;
    }

    /// Gets a message within a message.
    public interface NestedReader {
        void read(Message nested) throws IOException;
    }

    public static Message whole(byte[] body) {
        return new Message(body, 0, body.length);
    }

    public static int bytes(int field) {
        return field << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED;
    }

    public static int fixed64(int field) {
        return field << 3 | WireFormat.WIRETYPE_FIXED64;
    }

    public static int varint(int field) {
        return field << 3 | WireFormat.WIRETYPE_VARINT;
    }

    public void fields(FieldReader reader) throws IOException {
        var in = CodedInputStream.newInstance(body, from, to - from);
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (!reader.read(tag, in) && !in.skipField(tag)) {
                throw new InvalidProtocolBufferException("a group ends that did not begin");
            }
        }
    }

    /// Only the messages of one field.
    public void each(int field, NestedReader reader) throws IOException {
        fields((tag, in) -> {
            if (tag == bytes(field)) {
                reader.read(nested(in));
                return true;
            }
            if (WireFormat.getTagFieldNumber(tag) == field) {
                throw new InvalidProtocolBufferException(
                        "field %d has wire type %d, which it must not have"
                                .formatted(field, WireFormat.getTagWireType(tag)));
            }
            return false;
        });
    }

    /// The message that the stream stands before; the stream goes on behind it.
    public Message nested(CodedInputStream in) throws IOException {
        int length = in.readRawVarint32();
        int start = from + in.getTotalBytesRead();
        in.skipRawBytes(length);
        return new Message(body, start, start + length);
    }

    /// Fixed 64-bit numbers, packed or one by one, are added to what is there; no list of a metric is as long as the limit.
    public long[] longs(int tag, CodedInputStream in, long[] before) throws IOException {
        if (WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_FIXED64) {
            requireFewer(before.length + 1);
            var more = Arrays.copyOf(before, before.length + 1);
            more[before.length] = in.readRawLittleEndian64();
            return more;
        }
        int length = in.readRawVarint32();
        if (length % Long.BYTES != 0 || length < 0 || length > to - from - in.getTotalBytesRead()) {
            throw new InvalidProtocolBufferException("a list of numbers is cut off");
        }
        requireFewer(before.length + length / Long.BYTES);
        int outer = in.pushLimit(length);
        var more = Arrays.copyOf(before, before.length + length / Long.BYTES);
        for (int at = before.length; at < more.length; at++) {
            more[at] = in.readRawLittleEndian64();
        }
        in.popLimit(outer);
        return more;
    }

    private static void requireFewer(int numbers) throws IOException {
        if (numbers > MOST_NUMBERS) {
            throw new InvalidProtocolBufferException(
                    "a list has more than %,d numbers".formatted(MOST_NUMBERS));
        }
    }
}
