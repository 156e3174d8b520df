// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.anomaly;

/// What a detector says of one point; the same shape for every method.
///
/// @param score 0 for quite usual, 1.0 at the border, above it unusual; finite, never NaN
/// @param tail how probable a point at least as unusual is in this series, as far as it is known: 0
///   to 1
/// @param expected the value that was expected, in the series' unit; NaN while nothing is known
/// @param lower where the usual range begins, in the series' unit; NaN while nothing is known
/// @param upper where the usual range ends, in the series' unit; NaN while nothing is known
/// @param reason what made the score
public record Anomaly(
        double score, double tail, double expected, double lower, double upper, Reason reason) {

    /// The score that divides usual from unusual, the same for every method and every series.
    public static final double BORDER = 1.0;

    public Anomaly {
        if (!(score >= 0 && score <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("a score must be finite and not negative: " + score);
        }
    }

    public boolean isAnomalous() {
        return score >= BORDER;
    }

    /// The same answer with its score held under the border, since an option of the caller says
    /// that it doesn't count.
    Anomaly belowBorder() {
        return isAnomalous()
                ? new Anomaly(Math.nextDown(BORDER), tail, expected, lower, upper, reason)
                : this;
    }

    /// Why a point got its score.
    ///
    /// @param symptom what kind of unusual it is, or why nothing is said
    /// @param deviation value minus expected, in the series' unit; 0 where either is unknown
    public record Reason(Symptom symptom, double deviation) {}

    /// Kinds of findings.
    public enum Symptom {
        /// Too few points are known to judge; the score is 0.
        LEARNING,
        /// The point has no number; the score is 0 and nothing is learnt from it.
        MISSING,
        /// Nothing unusual.
        USUAL,
        /// The value itself lies outside the range known so far.
        VALUE,
        /// The mean of the last points lies outside the range known so far.
        LEVEL,
        /// The level moved further within a short time than it does otherwise.
        SHIFT,
        /// The value changed faster than it does otherwise.
        CHANGE,
        /// The value is unusual for this hour of the day or of the week.
        SEASON,
        /// The spread of the values, or the form of their course, is unusual.
        SHAPE
    }
}
