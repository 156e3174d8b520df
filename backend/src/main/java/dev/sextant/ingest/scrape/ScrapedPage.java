// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.scrape;

import dev.sextant.telemetry.MetricMetadata;
import java.util.List;

/// What a page of metrics says.
record ScrapedPage(List<Line> lines, List<MetricMetadata> metadata) {
    /// The time of a line that names none.
    static final long NO_TIME = Long.MIN_VALUE;

    /// @param series the metric with its labels, as it stands on the page
    /// @param time epoch milliseconds, or [#NO_TIME]
    record Line(int number, String series, double value, long time) {}
}
