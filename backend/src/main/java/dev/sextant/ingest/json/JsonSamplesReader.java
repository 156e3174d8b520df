// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.sextant.ingest.BodyFaultException;
import dev.sextant.ingest.Payload;
import dev.sextant.ingest.ReadSize;
import dev.sextant.ingest.admission.Refusals;
import dev.sextant.ingest.admission.Refusals.Reason;
import dev.sextant.ingest.naming.Names;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.MetricMetadata;
import dev.sextant.telemetry.MetricMetadata.Type;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Reads the JSON list of series token by token, so that a body takes no more memory than its samples.
final class JsonSamplesReader {
    private final JsonParser parser;
    private final List<Series> series = new ArrayList<>();
    private final List<MetricMetadata> metadata = new ArrayList<>();
    private final Refusals refusals = new Refusals();
    private final ReadSize size = new ReadSize();

    private int index;
    private String metric = "";
    private String unit = "";
    private String description = "";
    private Type type = Type.UNKNOWN;
    private Map<String, String> labels = Map.of();
    private long[] times = new long[64];
    private double[] values = new double[64];
    private int samples;

    JsonSamplesReader(JsonParser parser) {
        this.parser = parser;
    }

    Payload read() throws IOException, BodyFaultException {
        expect(parser.nextToken(), JsonToken.START_ARRAY, "a list of series");
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            expect(parser.currentToken(), JsonToken.START_OBJECT, "a series object");
            readSeries();
            index++;
        }
        if (parser.nextToken() != null) {
            throw fault("nothing may follow the list of series");
        }
        size.check();
        return new Payload(series, metadata, refusals);
    }

    private void readSeries() throws IOException, BodyFaultException {
        metric = "";
        unit = "";
        description = "";
        type = Type.UNKNOWN;
        labels = Map.of();
        samples = 0;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "metric" -> metric = text(field);
                case "unit" -> unit = text(field);
                case "description" -> description = text(field);
                case "type" -> type = type(text(field));
                case "labels" -> readLabels();
                case "samples" -> readSamples();
                default ->
                        throw fault(
                                "field \"%s\" is not known; known are metric, labels, samples, unit, description, type"
                                        .formatted(field));
            }
        }
        finishSeries();
    }

    private void finishSeries() {
        if (metric.isBlank()) {
            var at = "series " + (index + 1) + " of the list has no metric";
            refusals.add(Reason.NO_METRIC_NAME, Math.max(1, samples), () -> at);
            return;
        }
        if (samples > 0 && size.fitsSeries(labels.size())) {
            series.add(
                    new Series(
                            new SeriesKey(metric, Labels.of(labels)),
                            Arrays.copyOf(times, samples),
                            Arrays.copyOf(values, samples)));
        }
        boolean isDescribed = !unit.isEmpty() || !description.isEmpty() || type != Type.UNKNOWN;
        if (isDescribed && Names.isMetric(metric)) {
            metadata.add(new MetricMetadata(metric, type, unit, description));
        }
    }

    private void readLabels() throws IOException, BodyFaultException {
        expect(parser.currentToken(), JsonToken.START_OBJECT, "an object of labels");
        labels = new HashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            parser.nextToken();
            labels.put(name, text("labels." + name));
        }
    }

    private void readSamples() throws IOException, BodyFaultException {
        expect(parser.currentToken(), JsonToken.START_ARRAY, "a list of [time, value] pairs");
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            expect(parser.currentToken(), JsonToken.START_ARRAY, "a pair [time, value]");
            expect(parser.nextToken(), JsonToken.VALUE_NUMBER_INT, "a time in epoch milliseconds");
            long time = time();
            parser.nextToken();
            add(time, value());
            expect(parser.nextToken(), JsonToken.END_ARRAY, "the end of the pair");
        }
    }

    private void add(long time, double value) {
        if (samples == times.length) {
            times = Arrays.copyOf(times, samples * 2);
            values = Arrays.copyOf(values, samples * 2);
        }
        times[samples] = time;
        values[samples++] = value;
    }

    private long time() throws IOException, BodyFaultException {
        if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            throw fault("a time is an epoch millisecond, this number is too large for one");
        }
        return parser.getLongValue();
    }

    private double value() throws IOException, BodyFaultException {
        var token = parser.currentToken();
        if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
            return parser.getDoubleValue();
        }
        if (token == JsonToken.VALUE_STRING) {
            switch (parser.getText()) {
                case "NaN":
                    return Double.NaN;
                case "+Inf", "Inf":
                    return Double.POSITIVE_INFINITY;
                case "-Inf":
                    return Double.NEGATIVE_INFINITY;
                default:
            }
        }
        throw fault("a value is a number, or \"NaN\", \"+Inf\", \"-Inf\"");
    }

    private String text(String field) throws IOException, BodyFaultException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw fault("%s must be a text".formatted(field));
        }
        return parser.getText();
    }

    private Type type(String name) throws BodyFaultException {
        for (var each : Type.values()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(name)) {
                return each;
            }
        }
        throw fault(
                "type \"%s\" is not known; use gauge, counter, histogram or summary"
                        .formatted(name));
    }

    private void expect(JsonToken found, JsonToken wanted, String words) throws BodyFaultException {
        if (found != wanted) {
            throw fault(words + " was expected");
        }
    }

    private BodyFaultException fault(String what) {
        var where = parser.currentTokenLocation();
        return BodyFaultException.malformed(
                "series %d%s: %s (line %d, column %d)"
                        .formatted(
                                index + 1,
                                metric.isEmpty() ? "" : " (" + metric + ")",
                                what,
                                where.getLineNr(),
                                where.getColumnNr()));
    }
}
