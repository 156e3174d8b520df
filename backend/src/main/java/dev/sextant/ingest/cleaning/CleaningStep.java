// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.cleaning;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Map;

/// One thing that is done to every series.
sealed interface CleaningStep {
    /// The series of a histogram or summary that carry its name with an ending.
    List<String> PARTS = List.of("_bucket", "_sum", "_count");

    /// Changes the series; false when it is dropped.
    boolean keeps(SeriesEdit series);

    /// Whether it can be applied to what is known of a metric, which has no labels but its name.
    boolean concernsTheNameOnly();

    record Relabel(Relabeling relabeling) implements CleaningStep {
        @Override
        public boolean keeps(SeriesEdit series) {
            return relabeling.keeps(series);
        }

        @Override
        public boolean concernsTheNameOnly() {
            return relabeling.concernsTheNameOnly();
        }
    }

    /// Drops series by metric and, if given, labels; all must match.
    record Drop(Pattern metric, Map<String, Pattern> where) implements CleaningStep {
        @Override
        public boolean keeps(SeriesEdit series) {
            return !metric.matches(series.metric())
                    || !where.entrySet().stream()
                            .allMatch(one -> one.getValue().matches(series.get(one.getKey())));
        }

        @Override
        public boolean concernsTheNameOnly() {
            return where.isEmpty();
        }
    }

    /// Renames a metric, with all parts when it is a histogram or summary.
    record RenameMetric(String from, String to) implements CleaningStep {
        @Override
        public boolean keeps(SeriesEdit series) {
            var metric = series.metric();
            if (metric.startsWith(from)) {
                var rest = metric.substring(from.length());
                if (rest.isEmpty() || PARTS.contains(rest)) {
                    series.set(SeriesEdit.NAME, to + rest);
                }
            }
            return true;
        }

        @Override
        public boolean concernsTheNameOnly() {
            return true;
        }
    }

    /// Renames a label of the metrics that match; a label that has the new name already is replaced.
    record RenameLabel(Pattern metric, String from, String to) implements CleaningStep {
        @Override
        public boolean keeps(SeriesEdit series) {
            var value = series.get(from);
            if (!value.isEmpty() && metric.matches(series.metric())) {
                series.set(from, "");
                series.set(to, value);
            }
            return true;
        }

        @Override
        public boolean concernsTheNameOnly() {
            return false;
        }
    }

    /// Converts the values of the metrics that match, or the bounds where those are what has the unit.
    record ConvertUnit(Pattern metric, UnitConversion conversion, String unit)
            implements CleaningStep {
        private static final String BUCKET = "_bucket";
        private static final String BOUND = "le";

        @Override
        public boolean keeps(SeriesEdit series) {
            var name = series.metric();
            if (isPart(name, BUCKET) && !series.get(BOUND).isEmpty()) {
                series.set(BOUND, bound(series.get(BOUND)));
            } else if (!isPart(name, "_count") && (metric.matches(name) || isPart(name, "_sum"))) {
                series.convert(conversion);
                series.say(unit);
            }
            return true;
        }

        /// Whether the series is this part of a metric that matches.
        private boolean isPart(String name, String part) {
            return name.endsWith(part)
                    && (metric.matches(name.substring(0, name.length() - part.length()))
                            || (part.equals(BUCKET) && metric.matches(name)));
        }

        private String bound(String text) {
            try {
                double bound = Double.parseDouble(text);
                if (Double.isFinite(bound)) {
                    double converted = conversion.of(bound);
                    return converted == Math.rint(converted) && Math.abs(converted) < 1e15
                            ? Long.toString((long) converted)
                            : Double.toString(converted);
                }
                return text;
            } catch (NumberFormatException noNumber) {
                // "+Inf", or something that is no bound at all.
                return text;
            }
        }

        @Override
        public boolean concernsTheNameOnly() {
            return true;
        }
    }
}
