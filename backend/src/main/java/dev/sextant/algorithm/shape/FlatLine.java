// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.shape;

/// A series that moves and then stands still: the length of the run of equal values, the border at three times the longest run
/// before it, at least twenty points. The runs test's simplest form; Wald and Wolfowitz, "On a test whether two samples are from
/// the same population", Annals of Mathematical Statistics 11, 1940.
final class FlatLine {
    private static final int LEAST = 20;
    private static final int TIMES = 3;
    private static final double EQUAL = 1e-9;

    private FlatLine() {}

    static double[] scores(double[] values) {
        var scores = new double[values.length];
        var longest = 0;
        var run = 1;
        for (var i = 1; i < values.length; i++) {
            if (Math.abs(values[i] - values[i - 1]) > EQUAL) {
                longest = Math.max(longest, run);
                run = 0;
            }
            run++;
            // The first run may be longer than what was seen of it.
            scores[i] = longest == 0 ? 0 : (double) run / Math.max(LEAST, TIMES * longest);
        }
        return scores;
    }
}
