// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.admission;

import java.time.Duration;

/// What one tenant may send.
///
/// @param activeSeries series that got samples in this hour or the one before
/// @param labelsPerSeries labels of one series, the metric name not counted
/// @param labelLength characters of a label's name or value
/// @param futureSkew how far ahead of the clock a sample may be stamped
/// @param oldest how late a sample may come
/// @param samplesPerSecond over a minute; 0 is no limit
public record AdmissionLimits(
        long activeSeries,
        int labelsPerSeries,
        int labelLength,
        Duration futureSkew,
        Duration oldest,
        long samplesPerSecond) {}
