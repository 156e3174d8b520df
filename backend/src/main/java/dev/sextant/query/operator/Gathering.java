// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query.operator;

import dev.sextant.store.PointSink;
import dev.sextant.telemetry.Series;
import java.util.List;

/// What a selection makes of its points while they are read.
public sealed interface Gathering extends PointSink permits RawPoints, Reducer, LastPoints {
    /// What came of them: series with at least one point, in order of their slots. Asked once, at the end.
    List<Series> series();

    /// What it keeps in memory by now.
    long bytes();
}
