// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.influx;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one line says.
///
/// @param series measurement and tags as they were written, to tell series apart without looking closer
/// @param fields those that hold numbers
/// @param time in the request's precision; null when the line has none
record Line(
        String series,
        String measurement,
        Map<String, String> tags,
        List<Field> fields,
        @Nullable Long time) {
    /// @param value truth is 1, untruth 0
    record Field(String name, double value) {}
}
