// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.relation;

import dev.sextant.algorithm.change.Robust;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// One against its group: at each time the distance of each series from the median of all in robust deviations, the border at
/// 3.5. Where a group moves together nobody is unusual, whatever the level. Iglewicz and Hoaglin, "How to detect and handle
/// outliers", 1993, across series instead of along one. Needs four that have a number at that time.
public final class Peers {
    private static final double BORDER = 3.5;
    private static final int ENOUGH = 4;
    private static final double MOST = 1e6;

    /// A group nearer together than this share of its level stands at one value.
    private static final double CLOSEST = 1e-3;

    private Peers() {}

    /// What is said of one series, a value for each time.
    ///
    /// @param score 1.0 at the border; finite, never NaN
    /// @param expected the group's median; NaN where too few are known
    /// @param lower where the usual range begins; NaN where too few are known
    /// @param upper where it ends
    public record Member(double[] score, double[] expected, double[] lower, double[] upper) {
        private static Member ofSize(int size) {
            var member =
                    new Member(
                            new double[size], new double[size], new double[size], new double[size]);
            Arrays.fill(member.expected, Double.NaN);
            Arrays.fill(member.lower, Double.NaN);
            Arrays.fill(member.upper, Double.NaN);
            return member;
        }

        private void judge(int time, double value, double median, double width) {
            expected[time] = median;
            lower[time] = Math.max(-Double.MAX_VALUE, median - width);
            upper[time] = Math.min(Double.MAX_VALUE, median + width);
            var distance = Math.abs(value - median);
            score[time] = width > 0 ? Math.min(MOST, distance / width) : 0;
        }
    }

    /// @param series by name, all of the same times, NaN where a value is missing
    public static Map<String, Member> compare(Map<String, double[]> series) {
        var size = series.values().stream().mapToInt(values -> values.length).max().orElse(0);
        var members = new LinkedHashMap<String, Member>();
        series.keySet().forEach(name -> members.put(name, Member.ofSize(size)));
        for (var i = 0; i < size; i++) {
            compareAt(i, series, members);
        }
        return members;
    }

    private static void compareAt(
            int time, Map<String, double[]> series, Map<String, Member> members) {
        var values =
                series.values().stream()
                        .filter(one -> time < one.length && Double.isFinite(one[time]))
                        .mapToDouble(one -> one[time])
                        .toArray();
        if (values.length < ENOUGH) {
            return;
        }
        var median = Robust.median(values);
        var deviation = Robust.deviation(values, median);
        var width = BORDER * Math.max(deviation, CLOSEST * Math.abs(median));
        var finite = Double.isFinite(width) ? width : Double.MAX_VALUE;
        series.forEach((name, one) -> {
            var member = members.get(name);
            if (member != null && time < one.length && Double.isFinite(one[time])) {
                member.judge(time, one[time], median, finite);
            }
        });
    }
}
