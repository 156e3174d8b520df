// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store;

import dev.sextant.telemetry.Matcher;
import dev.sextant.telemetry.TimeRange;
import java.time.Instant;
import java.util.List;

/// Which points to read: those of one metric whose labels meet every matcher, within a time range.
public record Selection(String metric, List<Matcher> matchers, TimeRange range) {
    private static final TimeRange ANY = new TimeRange(Instant.EPOCH, Instant.EPOCH);

    public Selection {
        matchers = List.copyOf(matchers);
    }

    /// All series of a metric, for questions that are not about points.
    public static Selection ofAll(String metric) {
        return new Selection(metric, List.of(), ANY);
    }
}
