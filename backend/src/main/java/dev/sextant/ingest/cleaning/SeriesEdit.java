// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.cleaning;

import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.SeriesKey;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A series while the steps work on it: its labels, the metric's name among them, and what happens to its values.
final class SeriesEdit {
    /// The label that holds the metric's name.
    static final String NAME = "__name__";

    /// Labels that begin so are for the steps only and are not stored.
    private static final String HIDDEN = "__";

    private final TreeMap<String, String> labels;
    private @Nullable UnitConversion conversion;
    private String unit = "";

    SeriesEdit(SeriesKey key) {
        labels = new TreeMap<>(key.labels().asMap());
        labels.put(NAME, key.metric());
    }

    String metric() {
        return get(NAME);
    }

    /// The value of a label, empty when the series does not have it.
    String get(String label) {
        return labels.getOrDefault(label, "");
    }

    /// Sets a label; an empty value takes it away.
    void set(String label, String value) {
        if (value.isEmpty()) {
            labels.remove(label);
        } else {
            labels.put(label, value);
        }
    }

    List<String> names() {
        return List.copyOf(labels.keySet());
    }

    /// From now on values are converted; of several conversions each works on what the one before made.
    void convert(UnitConversion next) {
        var before = conversion;
        conversion = before == null ? next : before.then(next);
    }

    void say(String newUnit) {
        unit = newUnit;
    }

    @Nullable UnitConversion conversion() {
        return conversion;
    }

    /// The unit that a step converted to; empty when none did.
    String unit() {
        return unit;
    }

    /// The series' new key, null when the steps took its name away.
    @Nullable SeriesKey key() {
        var metric = metric();
        if (metric.isBlank()) {
            return null;
        }
        labels.keySet().removeIf(name -> name.startsWith(HIDDEN));
        return new SeriesKey(metric, Labels.of(labels));
    }
}
