// SPDX-License-Identifier: Apache-2.0
package dev.sextant.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;

/// Writes the bytes of small ONNX models, sound ones and others. Field numbers are those of `onnx.proto`.
public final class OnnxFile {
    public static final int FLOAT = 1;
    public static final int INT64 = 7;
    public static final int BOOL = 9;
    public static final int DOUBLE = 11;

    private static final int OPERATORS = 13;

    private final ByteArrayOutputStream graph = new ByteArrayOutputStream();
    private final ByteArrayOutputStream model = new ByteArrayOutputStream();

    public OnnxFile() {
        add(graph, field(2, "graph"));
        add(model, field(1, 8));
        operators("", OPERATORS);
    }

    /// A model of one node from `values` of any shape to `score`.
    public static OnnxFile simple(String operator) {
        return new OnnxFile()
                .input("values", FLOAT, 1, -1)
                .node(operator, List.of("values"), "score")
                .output("score", FLOAT, 1, -1);
    }

    /// The highest of each three points.
    public static OnnxFile highestOfThree() {
        return new OnnxFile()
                .input("values", FLOAT, -1, 3)
                .node("ReduceMax", List.of("values"), "score", field(5, wholes("axes", 1)))
                .output("score", FLOAT, -1, 1);
    }

    public OnnxFile operators(String domain, int version) {
        return outside(8, join(field(1, domain), field(2, version)));
    }

    /// @param sizes of each axis; -1 for any
    public OnnxFile input(String name, int type, long... sizes) {
        return inside(11, info(name, type, sizes));
    }

    public OnnxFile output(String name, int type, long... sizes) {
        return inside(12, info(name, type, sizes));
    }

    public OnnxFile node(String operator, List<String> inputs, String output, byte[]... fields) {
        var node = new ByteArrayOutputStream();
        inputs.forEach(input -> add(node, field(1, input)));
        add(node, field(2, output));
        add(node, field(4, operator));
        for (var field : fields) {
            add(node, field);
        }
        return inside(1, node.toByteArray());
    }

    /// A field of the graph.
    public OnnxFile inside(int number, byte[] body) {
        add(graph, field(number, body));
        return this;
    }

    /// A field of the model.
    public OnnxFile outside(int number, byte[] body) {
        add(model, field(number, body));
        return this;
    }

    public byte[] graph() {
        return graph.toByteArray();
    }

    public byte[] bytes() {
        return join(model.toByteArray(), field(7, graph()));
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(bytes());
    }

    /// An attribute that holds a graph.
    public static byte[] graphOf(String name, OnnxFile body) {
        return join(field(1, name), field(6, body.graph()), field(20, 5));
    }

    /// An attribute of whole numbers.
    public static byte[] wholes(String name, long... values) {
        var attribute = new ByteArrayOutputStream();
        add(attribute, field(1, name));
        for (long value : values) {
            add(attribute, field(8, value));
        }
        add(attribute, field(20, 7));
        return attribute.toByteArray();
    }

    /// An attribute of numbers.
    public static byte[] numbers(String name, float... values) {
        var attribute = new ByteArrayOutputStream();
        add(attribute, field(1, name));
        for (float value : values) {
            add(attribute, written(out -> out.writeFloat(7, value)));
        }
        add(attribute, field(20, 6));
        return attribute.toByteArray();
    }

    /// A tensor of whole numbers, or of truths; without sizes it is one number.
    public static byte[] tensor(String name, int type, long value, long... sizes) {
        var tensor = new ByteArrayOutputStream();
        for (long size : sizes) {
            add(tensor, field(1, size));
        }
        add(tensor, field(2, type));
        add(tensor, field(type == INT64 ? 7 : 5, value));
        add(tensor, field(8, name));
        return tensor.toByteArray();
    }

    /// A tensor whose numbers lie in another file.
    public static byte[] elsewhere(String name, String file) {
        return join(
                field(1, 4),
                field(2, FLOAT),
                field(8, name),
                field(13, join(field(1, "location"), field(2, file))),
                field(14, 1));
    }

    private static byte[] info(String name, int type, long... sizes) {
        var shape = new ByteArrayOutputStream();
        for (long size : sizes) {
            add(shape, field(1, size < 0 ? field(2, "any") : field(1, size)));
        }
        var tensor = join(field(1, type), field(2, shape.toByteArray()));
        return join(field(1, name), field(2, field(1, tensor)));
    }

    public static byte[] field(int number, String text) {
        return field(number, text.getBytes(UTF_8));
    }

    public static byte[] field(int number, byte[] body) {
        return written(out -> out.writeByteArray(number, body));
    }

    public static byte[] field(int number, long value) {
        return written(out -> out.writeInt64(number, value));
    }

    public static byte[] join(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            add(all, part);
        }
        return all.toByteArray();
    }

    private static void add(ByteArrayOutputStream target, byte[] bytes) {
        target.writeBytes(bytes);
    }

    private static byte[] written(Writing writing) {
        var bytes = new ByteArrayOutputStream();
        var out = CodedOutputStream.newInstance(bytes);
        try {
            writing.write(out);
            out.flush();
        } catch (IOException problem) {
            throw new IllegalStateException("bytes in memory can be written", problem);
        }
        return bytes.toByteArray();
    }

    private interface Writing {
        void write(CodedOutputStream out) throws IOException;
    }
}
