// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.promapi;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.sextant.store.source.LabelledPoints;
import dev.sextant.store.source.SourceFailedException;
import dev.sextant.telemetry.Labels;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// Reads the answers of Prometheus' HTTP API piece by piece: a tree of them would take many times their size.
final class AnswerReader {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String NAME = "__name__";

    private AnswerReader() {}

    private interface Read<T> {
        T read(JsonParser json) throws IOException;
    }

    static SortedSet<String> texts(byte[] body) throws SourceFailedException {
        return data(
                body,
                json -> {
                    var texts = new TreeSet<String>();
                    while (json.nextToken() != JsonToken.END_ARRAY) {
                        texts.add(json.getText());
                    }
                    return texts;
                });
    }

    static Set<Labels> labels(byte[] body) throws SourceFailedException {
        return data(
                body,
                json -> {
                    var all = new HashSet<Labels>();
                    while (json.nextToken() != JsonToken.END_ARRAY) {
                        all.add(pairs(json));
                    }
                    return all;
                });
    }

    /// Returns how many points there were.
    static long matrix(byte[] body, LabelledPoints into) throws SourceFailedException {
        return data(
                body,
                json -> {
                    long points = 0;
                    while (json.nextToken() == JsonToken.FIELD_NAME) {
                        var field = json.currentName();
                        json.nextToken();
                        if (field.equals("result")) {
                            points += rows(json, into);
                        } else {
                            json.skipChildren();
                        }
                    }
                    return points;
                });
    }

    /// What Prometheus says is wrong; empty when it does not say.
    static String error(byte[] body) {
        try (var json = JSON.createParser(body)) {
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.FIELD_NAME
                        && json.currentName().equals("error")) {
                    var text = json.nextTextValue();
                    return text == null ? "" : text;
                }
            }
            return "";
        } catch (IOException _) {
            return "";
        }
    }

    private static <T> T data(byte[] body, Read<T> read) throws SourceFailedException {
        try (var json = JSON.createParser(body)) {
            if (standsAtData(json)) {
                return read.read(json);
            }
        } catch (IOException | NumberFormatException _) {
            throw SourceFailedException.broken(
                    "its answer is no JSON as Prometheus writes it; does the url lead to Prometheus' API?");
        }
        throw SourceFailedException.broken(
                "its answer holds no data; does the url lead to Prometheus' API?");
    }

    private static boolean standsAtData(JsonParser json) throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            return false;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean isData = json.currentName().equals("data");
            json.nextToken();
            if (isData && json.currentToken().isStructStart()) {
                return true;
            }
            json.skipChildren();
        }
        return false;
    }

    private static long rows(JsonParser json, LabelledPoints into) throws IOException {
        long points = 0;
        while (json.nextToken() == JsonToken.START_OBJECT) {
            var row = new Row();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                var field = json.currentName();
                json.nextToken();
                switch (field) {
                    case "metric" -> row.labels = pairs(json);
                    case "values" -> row.read(json);
                    default -> json.skipChildren();
                }
            }
            points += row.length;
            into.points(row.labels, row.times, row.values, row.length);
        }
        return points;
    }

    private static Labels pairs(JsonParser json) throws IOException {
        Map<String, String> pairs = new HashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var name = json.currentName();
            json.nextToken();
            if (!name.equals(NAME)) {
                pairs.put(name, json.getText());
            }
        }
        return Labels.of(pairs);
    }

    private static final class Row {
        private Labels labels = Labels.none();
        private long[] times = new long[64];
        private double[] values = new double[64];
        private int length;

        private void read(JsonParser json) throws IOException {
            while (json.nextToken() == JsonToken.START_ARRAY) {
                if (length == times.length) {
                    times = Arrays.copyOf(times, 2 * length);
                    values = Arrays.copyOf(values, 2 * length);
                }
                json.nextToken();
                times[length] = Math.round(json.getDoubleValue() * 1_000);
                json.nextToken();
                values[length++] = number(json.getText());
                json.nextToken();
            }
        }

        private static double number(String text) {
            return switch (text) {
                case "NaN" -> Double.NaN;
                case "+Inf", "Inf" -> Double.POSITIVE_INFINITY;
                case "-Inf" -> Double.NEGATIVE_INFINITY;
                default -> Double.parseDouble(text);
            };
        }
    }
}
