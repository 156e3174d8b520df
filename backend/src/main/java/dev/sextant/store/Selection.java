// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store;

import dev.sextant.telemetry.Matcher;
import dev.sextant.telemetry.TimeRange;
import java.util.List;

/// Which points to read: those of one metric whose labels meet every matcher, within a time range.
public record Selection(String metric, List<Matcher> matchers, TimeRange range) {
    public Selection {
        matchers = List.copyOf(matchers);
    }
}
