// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query;

import dev.sextant.telemetry.Frame;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.TimeRange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a selection makes of the series that are read for it: cleaned, reduced, grouped, moved by its offset.
final class Selected {
    private final QueryPlan.Select select;
    private final Grid grid;
    private final @Nullable Reducer reducer;
    private final List<Series> kept = new ArrayList<>();

    /// @param range the selection's window, which a step may widen to whole buckets
    Selected(QueryPlan.Select select, TimeRange range) {
        this.select = select;
        this.grid = Grid.of(range, select.reduction().step());
        var aggregation = select.reduction().aggregation();
        this.reducer =
                aggregation == null
                        ? null
                        : new Reducer(grid, aggregation, select.reduction().quantile());
    }

    /// What is to be read.
    TimeRange range() {
        return grid.range();
    }

    void add(Series read) {
        var series = Reducer.withoutStaleMarkers(read);
        var reduced = reducer == null ? series : reducer.reduce(series);
        if (reduced.length() > 0) {
            kept.add(reduced);
        }
    }

    Frame frame() {
        return new Frame(grouped().stream().map(this::moved).toList());
    }

    private List<Series> grouped() {
        var aggregation = select.reduction().aggregation();
        return switch (select.grouping()) {
            case Grouping.Each _ -> kept;
            case Grouping.By _, Grouping.Without _ -> {
                var across = aggregation == null ? Aggregation.AVG.across() : aggregation.across();
                yield new Grouper(grid, select.grouping(), across).group(select.metric(), kept);
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
