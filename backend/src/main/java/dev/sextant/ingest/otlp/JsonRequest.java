// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.otlp;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.google.protobuf.CodedOutputStream;
import dev.sextant.ingest.BodyFaultException;
import dev.sextant.ingest.otlp.JsonShape.Field;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/// Writes a request in JSON as the same request in protobuf, so that both are understood by one reader. Fields whose
/// names are not known are passed over.
final class JsonRequest {
    private static final JsonFactory JSON = new JsonFactory();

    private final JsonParser parser;
    private String field = "";

    private JsonRequest(JsonParser parser) {
        this.parser = parser;
    }

    static byte[] toProtobuf(byte[] body) throws BodyFaultException {
        try (var parser = JSON.createParser(body)) {
            var request = new JsonRequest(parser);
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw request.fault("an object was expected");
            }
            var protobuf = request.message(JsonShape.REQUEST);
            if (parser.nextToken() != null) {
                throw request.fault("nothing may follow the request");
            }
            return protobuf;
        } catch (JsonProcessingException wrong) {
            var where = wrong.getLocation();
            throw BodyFaultException.malformed(
                    "the body is not valid JSON"
                            + (where == null
                                    ? ""
                                    : " at line %d, column %d"
                                            .formatted(where.getLineNr(), where.getColumnNr())));
        } catch (IOException wrong) {
            throw BodyFaultException.malformed("the body is not readable as JSON");
        }
    }

    private byte[] message(JsonShape shape) throws IOException, BodyFaultException {
        var bytes = new ByteArrayOutputStream();
        var out = CodedOutputStream.newInstance(bytes, 512);
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var known = shape.fields().get(parser.currentName());
            if (known == null) {
                parser.nextToken();
                parser.skipChildren();
                continue;
            }
            field = parser.currentName();
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                write(known, out);
                continue;
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                write(known, out);
            }
        }
        out.flush();
        return bytes.toByteArray();
    }

    private void write(Field known, CodedOutputStream out) throws IOException, BodyFaultException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        int number = known.number();
        switch (known) {
            case Field.Nested nested -> {
                if (parser.currentToken() != JsonToken.START_OBJECT) {
                    throw fault("an object was expected");
                }
                out.writeByteArray(number, message(nested.shape()));
            }
            case Field.Text _ -> {
                if (parser.currentToken() != JsonToken.VALUE_STRING) {
                    throw fault("a text was expected");
                }
                out.writeString(number, parser.getText());
            }
            case Field.Truth _ -> {
                if (!parser.currentToken().isBoolean()) {
                    throw fault("true or false was expected");
                }
                out.writeBool(number, parser.getBooleanValue());
            }
            case Field.Decimal _ -> out.writeDouble(number, decimal());
            case Field.Varint _ -> out.writeUInt64(number, whole());
            case Field.Zigzag _ -> out.writeSInt64(number, whole());
            case Field.Fixed _ -> out.writeFixed64(number, whole());
        }
    }

    private double decimal() throws IOException, BodyFaultException {
        return switch (parser.currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_STRING ->
                    switch (parser.getText()) {
                        case "NaN" -> Double.NaN;
                        case "Infinity" -> Double.POSITIVE_INFINITY;
                        case "-Infinity" -> Double.NEGATIVE_INFINITY;
                        default -> throw fault("a number was expected");
                    };
            default -> throw fault("a number was expected");
        };
    }

    /// A whole number, as JSON's number or as text, since JSON's numbers lose digits in many hands.
    private long whole() throws IOException, BodyFaultException {
        boolean isNumber =
                parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                        || parser.currentToken() == JsonToken.VALUE_STRING;
        var text = isNumber ? parser.getText() : "";
        try {
            return text.startsWith("-") ? Long.parseLong(text) : Long.parseUnsignedLong(text);
        } catch (NumberFormatException wrong) {
            throw fault("a whole number was expected");
        }
    }

    private BodyFaultException fault(String what) {
        var where = parser.currentTokenLocation();
        return BodyFaultException.malformed(
                "%s%s (line %d, column %d)"
                        .formatted(
                                field.isEmpty() ? "" : field + ": ",
                                what,
                                where.getLineNr(),
                                where.getColumnNr()));
    }
}
