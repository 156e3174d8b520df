// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.forecast;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Which earlier points an autoregression looks at.
final class Lags {
    private static final int LONGEST_WHOLE_SEASON = 30;
    private static final int RECENT = 4;
    private static final int POINTS_PER_LAG = 2;
    private static final int POINTS_AT_LEAST = 24;

    private Lags() {}

    /// The last points (a whole short season of them), and those about one season ago; of a longer season also those
    /// one short season nearer. Lags that a series of `length` points cannot teach are left out.
    ///
    /// @return in rising order; empty if the series teaches none
    static int[] of(List<Integer> seasons, int length) {
        var lags = new TreeSet<Integer>();
        int shortest = seasons.isEmpty() ? 0 : seasons.getFirst();
        boolean whole = shortest > 0 && shortest <= LONGEST_WHOLE_SEASON;
        around(lags, 1, 0, whole ? shortest + 1 : RECENT - 1);
        for (int i = 0; i < seasons.size(); i++) {
            int season = seasons.get(i);
            int reach = i == 0 ? 1 : RECENT;
            around(lags, season, reach, reach);
            if (i > 0 && season > 2 * shortest) {
                around(lags, season - shortest, 2, 2);
            }
        }
        while (!lags.isEmpty()
                && length - lags.last() < Math.max(POINTS_AT_LEAST, POINTS_PER_LAG * lags.size())) {
            lags.pollLast();
        }
        return lags.stream().mapToInt(Integer::intValue).toArray();
    }

    private static void around(Set<Integer> lags, int middle, int below, int above) {
        for (int lag = Math.max(1, middle - below); lag <= middle + above; lag++) {
            lags.add(lag);
        }
    }
}
