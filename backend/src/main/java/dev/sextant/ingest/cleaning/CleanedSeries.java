// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.cleaning;

import dev.sextant.telemetry.SeriesKey;
import org.jspecify.annotations.Nullable;

/// What the steps make of a series.
///
/// @param key the series' new key; null when it is dropped
/// @param conversion what happens to its values; null when they stay
/// @param unit what the values are in after a conversion; empty when no step said
/// @param droppedBy the place of the step that dropped it, from 1; 0 when none did
record CleanedSeries(
        @Nullable SeriesKey key, @Nullable UnitConversion conversion, String unit, int droppedBy) {}
