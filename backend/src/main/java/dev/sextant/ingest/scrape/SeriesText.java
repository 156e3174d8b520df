// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.scrape;

import dev.sextant.ingest.naming.Names;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.SeriesKey;
import java.util.TreeMap;

/// A series as it stands on a page: {@code name{label="value",other="value"}}.
final class SeriesText {
    private final int number;
    private final String text;
    private int at;

    private SeriesText(int number, String text) {
        this.number = number;
        this.text = text;
    }

    static SeriesKey read(int number, String text) throws ScrapeFailedException {
        return new SeriesText(number, text).read();
    }

    private SeriesKey read() throws ScrapeFailedException {
        int brace = text.indexOf('{');
        var name = (brace < 0 ? text : text.substring(0, brace)).strip();
        if (!Names.isMetric(name)) {
            throw fault("\"%s\" is not a metric name".formatted(name));
        }
        var labels = new TreeMap<String, String>();
        at = brace < 0 ? text.length() : brace + 1;
        while (at < text.length()) {
            skipBlanks();
            if (text.charAt(at) == '}') {
                break;
            }
            label(labels);
        }
        return new SeriesKey(name, Labels.of(labels));
    }

    private void label(TreeMap<String, String> labels) throws ScrapeFailedException {
        int equals = text.indexOf('=', at);
        var name = equals < 0 ? "" : text.substring(at, equals).strip();
        if (!Names.isLabel(name)) {
            throw fault("\"%s\" is not a label name".formatted(name));
        }
        at = equals + 1;
        skipBlanks();
        if (text.charAt(at) != '"') {
            throw fault("the value of label %s has no quotes".formatted(name));
        }
        at++;
        if (labels.put(name, value()) != null) {
            throw fault("label %s is there twice".formatted(name));
        }
        skipBlanks();
        if (text.charAt(at) == ',') {
            at++;
        } else if (text.charAt(at) != '}') {
            throw fault("a comma is missing behind label %s".formatted(name));
        }
    }

    private String value() {
        var value = new StringBuilder();
        while (text.charAt(at) != '"') {
            char c = text.charAt(at++);
            if (c == '\\') {
                char escaped = text.charAt(at++);
                value.append(escaped == 'n' ? '\n' : escaped);
            } else {
                value.append(c);
            }
        }
        at++;
        return value.toString();
    }

    // A closing brace stands at the end, so that no loop runs out of the text.
    private void skipBlanks() {
        while (text.charAt(at) == ' ' || text.charAt(at) == '\t') {
            at++;
        }
    }

    private ScrapeFailedException fault(String what) {
        return new ScrapeFailedException("line %d: %s".formatted(number, what));
    }
}
