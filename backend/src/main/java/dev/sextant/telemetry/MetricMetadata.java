// SPDX-License-Identifier: Apache-2.0
package dev.sextant.telemetry;

/// What a metric means.
///
/// @param unit UCUM-like: "By", "s", "1" (ratio), "{request}"; empty when unknown
/// @param description one sentence; empty when unknown
public record MetricMetadata(String metric, Type type, String unit, String description) {
    public enum Type {
        GAUGE,
        COUNTER,
        HISTOGRAM,
        SUMMARY,
        UNKNOWN
    }
}
