// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.remotewrite;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.xerial.snappy.Snappy;

/// Writes remote write bodies field by field, right and wrong ones.
public final class WriteRequests {
    /// One field or more of a message.
    public interface Part {
        void write(CodedOutputStream out) throws IOException;
    }

    private WriteRequests() {}

    public static byte[] message(Part... parts) {
        var bytes = new ByteArrayOutputStream();
        var out = CodedOutputStream.newInstance(bytes);
        try {
            for (var part : parts) {
                part.write(out);
            }
            out.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    public static byte[] packed(byte[] plain) {
        try {
            return Snappy.compress(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public static Part nested(int field, Part... parts) {
        return out -> out.writeByteArray(field, message(parts));
    }

    public static Part series(Part... parts) {
        return nested(1, parts);
    }

    public static Part labels(Map<String, String> labels) {
        return out -> {
            for (var label : labels.entrySet()) {
                label(label.getKey(), label.getValue()).write(out);
            }
        };
    }

    public static Part label(String name, String value) {
        return nested(1, out -> out.writeString(1, name), out -> out.writeString(2, value));
    }

    public static Part sample(long time, double value) {
        return nested(2, out -> out.writeDouble(1, value), out -> out.writeInt64(2, time));
    }

    public static Part metadata(int type, String family, String help, String unit) {
        return nested(
                3,
                out -> out.writeEnum(1, type),
                out -> out.writeString(2, family),
                out -> out.writeString(4, help),
                out -> out.writeString(5, unit));
    }
}
