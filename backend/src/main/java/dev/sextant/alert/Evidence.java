// SPDX-License-Identifier: Apache-2.0
package dev.sextant.alert;

import org.jspecify.annotations.Nullable;

/// Why a script judged as it did.
///
/// @param value what was measured, in the unit of the metric
/// @param score how far it is from normal; 1.0 is the border
/// @param reason what to tell people
/// @param charts a JSON array of declarative charts; opaque to this room
public record Evidence(
        @Nullable Double value, @Nullable Double score, @Nullable Text reason, String charts) {
    private static final String NO_CHARTS = "[]";
    private static final Evidence NONE = new Evidence(null, null, null, NO_CHARTS);

    public static Evidence none() {
        return NONE;
    }

    public static Evidence of(String reason) {
        return new Evidence(null, null, Text.of(reason), NO_CHARTS);
    }

    public Evidence withValue(double measured) {
        return new Evidence(measured, score, reason, charts);
    }

    public Evidence withScore(double distance) {
        return new Evidence(value, distance, reason, charts);
    }

    public Evidence withCharts(String json) {
        return new Evidence(value, score, reason, json);
    }

    /// The score, or the value where the script gave no score, or null where it gave neither.
    @Nullable Double level() {
        return score != null ? score : value;
    }
}
