// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query.picture;

import dev.sextant.telemetry.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The points of a series as a picture shows them: of each column of pixels the lowest and the highest.
///
/// @param times as many as values, ascending
/// @param values all finite but where the line breaks: NaN there
record Curve(double[] times, double[] values) {
    private static final int COLUMNS = 340;
    private static final double LONG = 4;

    static Curve of(Series series) {
        var times = new ArrayList<Double>();
        var values = new ArrayList<Double>();
        double far = LONG * usualDistance(series.times());
        int from = 0;
        int columns = Math.min(COLUMNS, series.length());
        for (int column = 0; column < columns; column++) {
            int to = (int) ((column + 1L) * series.length() / columns);
            for (int place : extremes(series.values(), from, to)) {
                double time = series.times()[place];
                boolean isBroken = !times.isEmpty() && time - times.getLast() > far;
                if (isBroken) {
                    times.add(time);
                    values.add(Double.NaN);
                }
                times.add(time);
                values.add(series.values()[place]);
            }
            from = to;
        }
        return new Curve(
                times.stream().mapToDouble(Double::doubleValue).toArray(),
                values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /// The places of the lowest and the highest value, in order of time; none where there is no number.
    private static List<Integer> extremes(double[] values, int from, int to) {
        int lowest = -1;
        int highest = -1;
        for (int i = from; i < to; i++) {
            if (Double.isFinite(values[i])) {
                lowest = lowest < 0 || values[i] < values[lowest] ? i : lowest;
                highest = highest < 0 || values[i] > values[highest] ? i : highest;
            }
        }
        if (lowest < 0) {
            return List.of();
        }
        return lowest == highest
                ? List.of(lowest)
                : List.of(Math.min(lowest, highest), Math.max(lowest, highest));
    }

    // Columns stand further apart than points.
    private static double usualDistance(long[] times) {
        if (times.length < 2) {
            return Double.MAX_VALUE;
        }
        var distances = new double[times.length - 1];
        Arrays.setAll(distances, i -> (double) times[i + 1] - times[i]);
        Arrays.sort(distances);
        return distances[distances.length / 2] * Math.max(1, times.length / COLUMNS);
    }

    String path(PlotArea area) {
        var path = new StringBuilder();
        boolean isOn = false;
        for (int i = 0; i < times.length; i++) {
            if (Double.isNaN(values[i])) {
                isOn = false;
            } else {
                path.append(isOn ? 'L' : 'M').append(Svg.number(area.x(times[i])));
                path.append(' ').append(Svg.number(area.y(values[i])));
                isOn = true;
            }
        }
        return path.toString();
    }

    /// The area between this one and a lower one.
    String over(Curve lower, PlotArea area) {
        if (times.length == 0 || lower.times.length == 0) {
            return "";
        }
        var path = new StringBuilder("M");
        for (int i = 0; i < times.length; i++) {
            append(path, area, i);
        }
        for (int i = lower.times.length - 1; i >= 0; i--) {
            lower.append(path, area, i);
        }
        return path.append('Z').toString();
    }

    private void append(StringBuilder path, PlotArea area, int place) {
        if (!Double.isNaN(values[place])) {
            path.append(path.length() > 1 ? "L" : "");
            path.append(Svg.number(area.x(times[place]))).append(' ');
            path.append(Svg.number(area.y(values[place])));
        }
    }
}
