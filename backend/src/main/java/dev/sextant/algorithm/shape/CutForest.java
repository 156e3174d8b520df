// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.shape;

import com.amazon.randomcutforest.RandomCutForest;
import dev.sextant.algorithm.change.Robust;
import java.util.Arrays;

/// Stretches that few random cuts set apart from all others: Guha, Mishra, Roy and Schrijvers, "Robust random cut forest based anomaly
/// detection on streams", ICML 2016, in the library of its authors. A point is scored by the stretch that ends with it, before the
/// forest learns that; the border lies eight robust deviations above the median of all scores. The cuts are drawn from a fixed seed, so
/// the same series has the same scores. Costs about a megabyte while it runs, so only the last 4,000 points are judged.
final class CutForest {
    private static final int LONGEST = 4000;
    private static final int STRETCH = 4;
    private static final int TREES = 50;
    private static final int SAMPLE = 256;
    private static final int LEARNING = 100;
    private static final long SEED = 42;
    private static final double BORDER = 8;
    private static final double LEAST = 1e-6;
    private static final double GRID = 1e6;

    private CutForest() {}

    static double[] scores(double[] values) {
        int from = Math.max(0, values.length - LONGEST);
        var found = forest(Arrays.copyOfRange(values, from, values.length));
        var scores = new double[values.length];
        if (found.length <= LEARNING) {
            return scores;
        }
        var known = Arrays.copyOfRange(found, LEARNING, found.length);
        double median = Robust.median(known);
        double border = Math.max(LEAST, median + BORDER * Robust.deviation(known, median));
        for (int i = LEARNING; i < found.length; i++) {
            scores[from + i] = found[i] / border;
        }
        return scores;
    }

    private static double[] forest(double[] values) {
        var forest =
                RandomCutForest.builder()
                        .dimensions(STRETCH)
                        .shingleSize(STRETCH)
                        .numberOfTrees(TREES)
                        .sampleSize(SAMPLE)
                        .randomSeed(SEED)
                        .parallelExecutionEnabled(false)
                        .build();
        var found = new double[values.length];
        var stretch = new float[STRETCH];
        for (int i = 0; i < values.length; i++) {
            System.arraycopy(stretch, 1, stretch, 0, STRETCH - 1);
            stretch[STRETCH - 1] = rounded(values[i]);
            if (i >= STRETCH - 1) {
                found[i] = forest.getAnomalyScore(stretch);
                forest.update(stretch.clone());
            }
        }
        return found;
    }

    // The library fails on two zeros of unlike sign, which it takes for two places.
    private static float rounded(double value) {
        return (float) (Math.rint(value * GRID) / GRID) + 0f;
    }
}
