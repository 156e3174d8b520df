// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query.operator;

import dev.sextant.store.Summaries;
import dev.sextant.store.TierSink;
import dev.sextant.telemetry.Series;
import java.util.List;

/// What a selection makes of its points while they are read.
public sealed interface Gathering extends TierSink
        permits RawPoints, Reducer, LastPoints, NewestValues {
    /// What came of them: series with at least one point, in order of their slots. Asked once, at the end.
    List<Series> series();

    /// What it keeps in memory by now.
    long bytes();

    /// Whether it may be given summaries instead of points.
    default boolean takesSummaries() {
        return false;
    }

    @Override
    default void summaries(Summaries rows) {
        throw new IllegalStateException("only points are taken here");
    }

    @Override
    default void knownUntil(long epochMillis) {
        throw new IllegalStateException("only points are taken here");
    }
}
