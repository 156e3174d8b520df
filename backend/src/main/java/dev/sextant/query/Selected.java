// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query;

import dev.sextant.query.operator.Aggregation;
import dev.sextant.query.operator.Gathering;
import dev.sextant.query.operator.Grid;
import dev.sextant.query.operator.Grouper;
import dev.sextant.query.operator.Grouping;
import dev.sextant.query.operator.HistogramQuantile;
import dev.sextant.query.operator.NewestValues;
import dev.sextant.query.operator.RawPoints;
import dev.sextant.query.operator.Reducer;
import dev.sextant.store.Tier;
import dev.sextant.telemetry.Frame;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.TimeRange;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// What a selection makes of the series that are read for it: cleaned, reduced, grouped, moved by its offset.
final class Selected {
    private final QueryPlan.Select select;
    private final Grid grid;
    private final boolean isHistogram;
    private final Gathering gathering;

    /// @param range the selection's window, which a step may widen to whole buckets
    /// @param isHistogram whether the quantile is asked of a histogram, whose buckets are read then
    Selected(QueryPlan.Select select, TimeRange range, boolean isHistogram) {
        this.select = select;
        this.isHistogram = isHistogram;
        this.grid = Grid.of(range, select.reduction().step());
        var aggregation = isHistogram ? Aggregation.INCREASE : select.reduction().aggregation();
        this.gathering = gathering(select, grid, aggregation);
    }

    private static Gathering gathering(
            QueryPlan.Select select, Grid grid, @Nullable Aggregation aggregation) {
        if (aggregation == null) {
            return new RawPoints();
        }
        return needsNewestPointsOnly(select)
                ? new NewestValues(grid)
                : new Reducer(grid, select.reduction(), aggregation);
    }

    /// What is to be read.
    TimeRange range() {
        return grid.range();
    }

    /// Whether the newest point of each series is enough, which stores remember.
    boolean needsNewestPointsOnly() {
        return needsNewestPointsOnly(select);
    }

    private static boolean needsNewestPointsOnly(QueryPlan.Select select) {
        return select.reduction().aggregation() == Aggregation.LAST
                && select.reduction().step() == null;
    }

    /// Whose summaries are as good as points; absent when points are needed.
    Optional<Tier> tier() {
        return gathering.takesSummaries()
                ? Tier.filling(select.reduction().step())
                : Optional.empty();
    }

    /// Where its points go.
    Gathering sink() {
        return gathering;
    }

    /// The labels of the row that a series is part of.
    Labels rowOf(Labels series) {
        return isHistogram
                ? HistogramQuantile.groupOf(select.grouping(), series)
                : select.grouping().groupOf(series);
    }

    /// @param memory told of what is kept beside the points
    Frame frame(LongConsumer memory) {
        var rows = isHistogram ? quantiles(memory) : grouped(gathering.series(), memory);
        return new Frame(
                rows.stream()
                        .filter(row -> select.grouping().has(row.key().labels()))
                        .map(this::moved)
                        .toList());
    }

    private List<Series> quantiles(LongConsumer memory) {
        double share = select.reduction().quantile();
        return new HistogramQuantile(grid, select.grouping(), share, memory)
                .of(select.metric(), gathering.series());
    }

    private List<Series> grouped(List<Series> rows, LongConsumer memory) {
        var aggregation = select.reduction().aggregation();
        return switch (select.grouping()) {
            case Grouping.Each _ -> rows;
            case Grouping.By _, Grouping.Without _, Grouping.Among _ -> {
                var across = aggregation == null ? Aggregation.AVG.across() : aggregation.across();
                yield new Grouper(grid, select.grouping(), across, memory)
                        .group(select.metric(), rows);
            }
        };
    }

    private Series moved(Series series) {
        long offset = select.window().offset().toMillis();
        if (offset == 0) {
            return series;
        }
        long[] times = series.times().clone();
        for (int i = 0; i < times.length; i++) {
            times[i] += offset;
        }
        return new Series(series.key(), times, series.values());
    }
}
