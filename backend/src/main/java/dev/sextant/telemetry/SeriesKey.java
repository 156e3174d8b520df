// SPDX-License-Identifier: Apache-2.0
package dev.sextant.telemetry;

/// What names a series within a tenant: its metric and its labels.
public record SeriesKey(String metric, Labels labels) {
    public SeriesKey {
        if (metric.isBlank()) {
            throw new IllegalArgumentException(
                    "a series needs a metric name; labels were " + labels);
        }
    }

    @Override
    public String toString() {
        return metric + labels;
    }
}
