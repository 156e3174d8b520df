// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query.operator;

import dev.sextant.telemetry.Frame;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoublePredicate;

/// What is done with frames once they are read.
public final class Operators {
    private static final Comparator<Series> HIGHEST =
            Comparator.comparing(Operators::last, Operators::highestFirst);
    private static final Comparator<Series> LOWEST =
            Comparator.comparing(Operators::last, Operators::lowestFirst);

    private Operators() {}

    public static Frame whereNow(Frame input, DoublePredicate condition) {
        return input.keep(
                input.series().stream().filter(series -> condition.test(last(series))).toList());
    }

    public static Frame top(Frame input, int count) {
        return first(input, HIGHEST, count);
    }

    public static Frame bottom(Frame input, int count) {
        return first(input, LOWEST, count);
    }

    public static Frame arithmetic(DoubleBinaryOperator operator, Frame left, double right) {
        return new Frame(
                left.series().stream().map(series -> combine(operator, series, right)).toList());
    }

    /// Joins on equal labels and equal times; the result has the left side's metric and order.
    public static Frame arithmetic(DoubleBinaryOperator operator, Frame left, Frame right) {
        var partners = new HashMap<Labels, Series>();
        right.series().forEach(series -> partners.put(series.key().labels(), series));
        var joined = new ArrayList<Series>();
        for (var series : left.series()) {
            var partner = partners.get(series.key().labels());
            if (partner != null) {
                joined.add(join(operator, series, partner));
            }
        }
        joined.removeIf(series -> series.length() == 0);
        return new Frame(joined);
    }

    private static Frame first(Frame input, Comparator<Series> order, int count) {
        return input.keep(input.series().stream().sorted(order).limit(count).toList());
    }

    private static Series combine(DoubleBinaryOperator operator, Series series, double right) {
        double[] values = series.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] = operator.applyAsDouble(values[i], right);
        }
        return new Series(series.key(), series.times(), values);
    }

    private static Series join(DoubleBinaryOperator operator, Series left, Series right) {
        int most = Math.min(left.length(), right.length());
        var times = new long[most];
        var values = new double[most];
        int length = 0;
        int i = 0;
        int j = 0;
        while (i < left.length() && j < right.length()) {
            long leftTime = left.times()[i];
            long rightTime = right.times()[j];
            if (leftTime == rightTime) {
                times[length] = leftTime;
                values[length++] = operator.applyAsDouble(left.values()[i], right.values()[j]);
            }
            i += leftTime <= rightTime ? 1 : 0;
            j += rightTime <= leftTime ? 1 : 0;
        }
        return new Series(left.key(), Arrays.copyOf(times, length), Arrays.copyOf(values, length));
    }

    static double last(Series series) {
        return series.length() == 0 ? Double.NaN : series.values()[series.length() - 1];
    }

    private static int highestFirst(double left, double right) {
        return Double.isNaN(left) || Double.isNaN(right)
                ? Double.compare(left, right)
                : Double.compare(right, left);
    }

    private static int lowestFirst(double left, double right) {
        return Double.compare(left, right);
    }
}
