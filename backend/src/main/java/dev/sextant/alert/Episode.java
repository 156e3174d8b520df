// SPDX-License-Identifier: Apache-2.0
package dev.sextant.alert;

import java.util.List;

/// An alert with its time line, oldest entry first.
public record Episode(Alert alert, List<TimelineEntry> timeline) {

    public Episode {
        timeline = List.copyOf(timeline);
    }
}
