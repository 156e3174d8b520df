// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.shape;

import dev.sextant.algorithm.anomaly.Anomalies;
import dev.sextant.algorithm.anomaly.AnomalyOptions;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Methods over a whole series, by the names under which scripts and the REST interface ask for them. Unit and origin of the
/// values do not matter, steps count as equal, a gap is bridged by the value before it.
public enum ShapeMethod {
    /// See [SpectralResidual].
    SPECTRAL_RESIDUAL("spectralResidual", SpectralResidual::scores),
    /// See [SeasonalEsd].
    SEASONAL_ESD("seasonalEsd", SeasonalEsd::scores),
    /// See [Discord].
    DISCORD("discord", Discord::scores),
    /// See [CutForest].
    RANDOM_CUT_FOREST("randomCutForest", CutForest::scores),
    /// See [RelativeEntropy].
    RELATIVE_ENTROPY("relativeEntropy", RelativeEntropy::scores),
    /// See [FlatLine].
    FLAT_LINE("flatLine", FlatLine::scores),
    /// See [Windows#variances].
    VARIANCE_CHANGE("varianceChange", Windows::variances),
    /// See [Windows#levels].
    LEVEL_SHIFT("levelShift", Windows::levels),
    /// See [Hampel#spikes].
    SPIKE("spike", Hampel::spikes),
    /// See [Hampel#dips].
    DIP("dip", Hampel::dips);

    private static final int ENOUGH = 30;
    private static final double MOST = 1e6;

    private final String title;
    private final UnaryOperator<double[]> method;

    ShapeMethod(String title, UnaryOperator<double[]> method) {
        this.title = title;
        this.method = method;
    }

    /// The method of that name, if there is one.
    public static Optional<ShapeMethod> find(String name) {
        return Arrays.stream(values()).filter(method -> method.title.equals(name)).findFirst();
    }

    public String title() {
        return title;
    }

    /// What is said of each point, in the shape of all detectors: beside the score the share of the series' points that score as
    /// much (tail), and the median of the 60 points before with 3.5 robust deviations around it (expected, lower, upper).
    ///
    /// @param times in rising order, as many as values
    /// @param values NaN where one is missing; not changed
    public Anomalies detect(long[] times, double[] values, AnomalyOptions options) {
        return Usual.beside(values, score(values)).with(options, times);
    }

    /// A score for each point: 1.0 is the border; finite, never NaN. All 0 for a series that is constant or has less than 30
    /// numbers; 0 where a point has none.
    ///
    /// @param values in the order of time, NaN where one is missing; not changed
    public double[] score(double[] values) {
        var scores = new double[values.length];
        var standard = Standard.of(values);
        if (standard.known() < ENOUGH || standard.isConstant()) {
            return scores;
        }
        var found = method.apply(standard.values());
        for (var i = 0; i < scores.length; i++) {
            var isKnown = Double.isFinite(values[i]) && !Double.isNaN(found[i]);
            scores[i] = isKnown ? Math.max(0, Math.min(MOST, found[i])) : 0;
        }
        return scores;
    }
}
