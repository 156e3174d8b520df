// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.hostile;

import static dev.sextant.ingest.remotewrite.WriteRequests.label;
import static dev.sextant.ingest.remotewrite.WriteRequests.message;
import static dev.sextant.ingest.remotewrite.WriteRequests.nested;
import static dev.sextant.ingest.remotewrite.WriteRequests.sample;
import static dev.sextant.ingest.remotewrite.WriteRequests.series;

import dev.sextant.ingest.remotewrite.WriteRequests.Part;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The ways to send, each with a body that is right.
enum Protocol {
    REMOTE_WRITE("/api/v1/write", "application/x-protobuf", "snappy"),
    REMOTE_WRITE_2(
            "/write", "application/x-protobuf;proto=io.prometheus.write.v2.Request", "snappy"),
    OTLP("/v1/metrics", "application/x-protobuf", "gzip"),
    OTLP_JSON("/v1/metrics", "application/json", "gzip"),
    INFLUX_1("/write?db=hostile", "text/plain", "gzip"),
    INFLUX_2("/api/v2/write", "text/plain", "gzip"),
    JSON("/api/v1/samples", "application/json", "gzip"),
    CSV("/api/v1/samples", "text/csv", "gzip");

    /// What a line, cell or token is put in place of.
    private static final List<String> WRONG_WORDS =
            List.of("one", "1d", "0x1p3", "\"", "NULL", "--1", "1..2", "1e", "\u0000", "<html>");

    final String path;
    final String type;
    final String packing;

    Protocol(String path, String type, String packing) {
        this.path = path;
        this.type = type;
        this.packing = packing;
    }

    /// Whether any part of a right body is a wrong one.
    boolean isWrongWhenCut() {
        return switch (this) {
            case REMOTE_WRITE, OTLP, OTLP_JSON, JSON -> true;
            case REMOTE_WRITE_2, INFLUX_1, INFLUX_2, CSV -> false;
        };
    }

    boolean isProtobuf() {
        return type.startsWith("application/x-protobuf");
    }

    byte[] right(long now) {
        return switch (this) {
            case REMOTE_WRITE -> message(series(label("__name__", "hostile"), sample(now, 1)));
            case REMOTE_WRITE_2 ->
                    message(
                            symbols("", "__name__", "hostile"),
                            nested(5, refs(1, 2), sample(now, 1)));
            case OTLP -> message(nested(1, nested(2, nested(2, gauge(now)))));
            case OTLP_JSON ->
                    utf8(
                            """
                            {"resourceMetrics": [{"scopeMetrics": [{"metrics": [{"name": "hostile", "gauge":
                            {"dataPoints": [{"timeUnixNano": "%d000000", "asDouble": 1}]}}]}]}]}\
                            """
                                    .formatted(now));
            case INFLUX_1, INFLUX_2 -> utf8("hostile value=1 %d000000".formatted(now));
            case JSON -> utf8("[{\"metric\": \"hostile\", \"samples\": [[%d, 1]]}]".formatted(now));
            case CSV -> utf8("metric,time,value\nhostile,%d,1".formatted(now));
        };
    }

    /// A body of the right form whose one value is of a wrong type.
    byte[] wrong(int round, long now) {
        int field = round % 2 + 1;
        var word = WRONG_WORDS.get(round % WRONG_WORDS.size());
        return switch (this) {
            case REMOTE_WRITE -> message(series(label("__name__", "h"), wrongSample(field, round)));
            case REMOTE_WRITE_2 ->
                    message(
                            symbols("", "__name__", "h" + round),
                            nested(5, refs(1, 2 + round % 2), wrongSample(field, round)));
            case OTLP -> message(nested(1, nested(2, out -> out.writeInt32(2, round))));
            case OTLP_JSON ->
                    utf8(
                            new String(right(now), StandardCharsets.UTF_8)
                                    .replace(
                                            ": 1}",
                                            ": \"%s\"}".formatted(word.replace("\"", "x"))));
            case INFLUX_1, INFLUX_2 -> utf8("hostile value=%s %d000000".formatted(word, now));
            case JSON ->
                    utf8(
                            "[{\"metric\": \"hostile\", \"samples\": [[%d, %s]]}]"
                                    .formatted(now, word));
            case CSV -> utf8("metric,time,value\nhostile,%d,%s".formatted(now, word));
        };
    }

    private static Part wrongSample(int field, int round) {
        return nested(2, out -> out.writeFixed32(field, round));
    }

    private static Part gauge(long now) {
        return out -> {
            out.writeString(1, "hostile");
            nested(
                            5,
                            nested(
                                    1,
                                    point -> point.writeFixed64(3, now * 1_000_000),
                                    point -> point.writeDouble(4, 1)))
                    .write(out);
        };
    }

    private static Part symbols(String... symbols) {
        return out -> {
            for (var symbol : symbols) {
                out.writeString(4, symbol);
            }
        };
    }

    private static Part refs(int name, int value) {
        return nested(
                1,
                out -> {
                    out.writeUInt32NoTag(name);
                    out.writeUInt32NoTag(value);
                });
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
