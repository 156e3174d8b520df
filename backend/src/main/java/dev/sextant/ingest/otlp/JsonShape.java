// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.otlp;

import dev.sextant.ingest.otlp.JsonShape.Field.Decimal;
import dev.sextant.ingest.otlp.JsonShape.Field.Fixed;
import dev.sextant.ingest.otlp.JsonShape.Field.Nested;
import dev.sextant.ingest.otlp.JsonShape.Field.Text;
import dev.sextant.ingest.otlp.JsonShape.Field.Truth;
import dev.sextant.ingest.otlp.JsonShape.Field.Varint;
import dev.sextant.ingest.otlp.JsonShape.Field.Zigzag;
import java.util.Map;

/// What the messages of opentelemetry-proto that are read look like in JSON: fields by name, with their numbers.
record JsonShape(Map<String, Field> fields) {
    /// A field by how protobuf writes it.
    sealed interface Field {
        int number();

        record Text(int number) implements Field {}

        record Truth(int number) implements Field {}

        record Decimal(int number) implements Field {}

        record Varint(int number) implements Field {}

        record Zigzag(int number) implements Field {}

        record Fixed(int number) implements Field {}

        record Nested(int number, JsonShape shape) implements Field {}
    }

    private static final JsonShape VALUE =
            new JsonShape(
                    Map.of(
                            "stringValue", new Text(1),
                            "boolValue", new Truth(2),
                            "intValue", new Varint(3),
                            "doubleValue", new Decimal(4)));

    private static final JsonShape KEY_VALUE =
            new JsonShape(Map.of("key", new Text(1), "value", new Nested(2, VALUE)));

    private static final JsonShape NUMBER =
            new JsonShape(
                    Map.of(
                            "timeUnixNano", new Fixed(3),
                            "asDouble", new Decimal(4),
                            "asInt", new Fixed(6),
                            "attributes", new Nested(7, KEY_VALUE),
                            "flags", new Varint(8)));

    private static final JsonShape HISTOGRAM =
            new JsonShape(
                    Map.of(
                            "timeUnixNano", new Fixed(3),
                            "count", new Fixed(4),
                            "sum", new Decimal(5),
                            "bucketCounts", new Fixed(6),
                            "explicitBounds", new Decimal(7),
                            "attributes", new Nested(9, KEY_VALUE),
                            "flags", new Varint(10)));

    private static final JsonShape BUCKETS =
            new JsonShape(Map.of("offset", new Zigzag(1), "bucketCounts", new Varint(2)));

    private static final JsonShape EXPONENTIAL =
            new JsonShape(
                    Map.of(
                            "attributes", new Nested(1, KEY_VALUE),
                            "timeUnixNano", new Fixed(3),
                            "count", new Fixed(4),
                            "sum", new Decimal(5),
                            "scale", new Zigzag(6),
                            "zeroCount", new Fixed(7),
                            "positive", new Nested(8, BUCKETS),
                            "negative", new Nested(9, BUCKETS),
                            "flags", new Varint(10),
                            "zeroThreshold", new Decimal(14)));

    private static final JsonShape QUANTILE =
            new JsonShape(Map.of("quantile", new Decimal(1), "value", new Decimal(2)));

    private static final JsonShape SUMMARY =
            new JsonShape(
                    Map.of(
                            "timeUnixNano", new Fixed(3),
                            "count", new Fixed(4),
                            "sum", new Decimal(5),
                            "quantileValues", new Nested(6, QUANTILE),
                            "attributes", new Nested(7, KEY_VALUE),
                            "flags", new Varint(8)));

    private static final JsonShape METRIC =
            new JsonShape(
                    Map.of(
                            "name", new Text(1),
                            "description", new Text(2),
                            "unit", new Text(3),
                            "gauge", new Nested(5, points(NUMBER)),
                            "sum", new Nested(7, points(NUMBER)),
                            "histogram", new Nested(9, points(HISTOGRAM)),
                            "exponentialHistogram", new Nested(10, points(EXPONENTIAL)),
                            "summary", new Nested(11, points(SUMMARY))));

    private static final JsonShape RESOURCE =
            new JsonShape(Map.of("attributes", new Nested(1, KEY_VALUE)));

    private static final JsonShape SCOPE = new JsonShape(Map.of("metrics", new Nested(2, METRIC)));

    private static final JsonShape RESOURCE_METRICS =
            new JsonShape(
                    Map.of(
                            "resource", new Nested(1, RESOURCE),
                            "scopeMetrics", new Nested(2, SCOPE)));

    /// An `ExportMetricsServiceRequest`.
    static final JsonShape REQUEST =
            new JsonShape(Map.of("resourceMetrics", new Nested(1, RESOURCE_METRICS)));

    private static JsonShape points(JsonShape point) {
        return new JsonShape(
                Map.of(
                        "dataPoints", new Nested(1, point),
                        "aggregationTemporality", new Varint(2),
                        "isMonotonic", new Truth(3)));
    }
}
