// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query.operator;

import dev.sextant.telemetry.Frame;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Parts of wholes, and what they say about an objective.
public final class Ratios {
    private Ratios() {}

    /// The part over the whole, for every series and time of the whole: without its part it counts as 0 of it. Where the
    /// whole is 0 there is no point.
    public static Frame ratio(Frame part, Frame whole) {
        var parts = part.byLabels();
        var ratios = new ArrayList<Series>();
        for (var series : whole.series()) {
            var ratio = ratio(points(parts.get(series.key().labels())), series);
            if (ratio.length() > 0) {
                ratios.add(ratio);
            }
        }
        return new Frame(ratios);
    }

    /// The burn of the error budget, (1 - ratio) / (1 - objective), over each window beside the smallest of them. Series
    /// without a ratio over one of the windows are left out.
    public static Frame burn(Map<String, Frame> ratios, double objective) {
        var burns = new LinkedHashMap<String, Frame>();
        ratios.forEach((window, frame) -> burns.put(window, burn(frame, objective)));
        var smallest = new LinkedHashMap<Labels, Series>();
        var windows = List.copyOf(burns.values());
        for (var series : windows.getFirst().series()) {
            smallest.put(series.key().labels(), series);
        }
        for (var window : windows) {
            var known = window.byLabels();
            smallest.keySet().retainAll(known.keySet());
            known.forEach((labels, burn) ->
                    smallest.computeIfPresent(labels, (_, least) -> least(least, burn)));
        }
        return new Frame(new ArrayList<>(smallest.values())).beside(burns);
    }

    private static Series ratio(Map<Long, Double> part, Series whole) {
        var times = new long[whole.length()];
        var values = new double[whole.length()];
        int length = 0;
        for (int i = 0; i < whole.length(); i++) {
            long time = whole.times()[i];
            if (whole.values()[i] != 0) {
                times[length] = time;
                values[length++] = part.getOrDefault(time, 0.0) / whole.values()[i];
            }
        }
        return new Series(whole.key(), Arrays.copyOf(times, length), Arrays.copyOf(values, length));
    }

    private static Map<Long, Double> points(@Nullable Series series) {
        var points = new HashMap<Long, Double>();
        for (int i = 0; series != null && i < series.length(); i++) {
            points.put(series.times()[i], series.values()[i]);
        }
        return points;
    }

    private static Frame burn(Frame ratios, double objective) {
        return new Frame(
                ratios.series().stream().map(series -> burn(series, 1 - objective)).toList());
    }

    private static Series burn(Series ratio, double budget) {
        double[] values = ratio.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] = (1 - values[i]) / budget;
        }
        return new Series(ratio.key(), ratio.times(), values);
    }

    private static Series least(Series left, Series right) {
        return Operators.last(right) < Operators.last(left) ? right : left;
    }
}
