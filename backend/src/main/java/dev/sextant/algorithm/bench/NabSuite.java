// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.bench;

import dev.sextant.algorithm.anomaly.Anomaly;
import dev.sextant.algorithm.anomaly.AnomalyMethod;
import dev.sextant.algorithm.anomaly.AnomalyOptions;
import dev.sextant.bench.BenchReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The Numenta Anomaly Benchmark with the default detector: one setting for all files, each file
/// fed point by point. Since each detection outside a window costs, an alarm that goes on is told
/// again at the earliest after [#REPEAT] points, as an alert's `repeat` does.
final class NabSuite implements AccuracySuite {
    private static final int REPEAT = 50;
    private static final long MILLISECONDS = 1000;

    @Override
    public String name() {
        return "nab";
    }

    @Override
    public void run(Path folder, BenchReport report) throws IOException {
        var all = NabSeries.readAll(folder);
        var scores = new HashMap<String, double[]>();
        all.forEach(series -> scores.put(series.name(), told(scores(series))));
        if (all.stream().allMatch(series -> series.windows().isEmpty())) {
            report.leaveOut(name(), "no labelled series in " + folder);
            return;
        }
        var share = 1.0;
        for (var profile : NabScore.Profile.values()) {
            var result = score(profile, all, scores);
            report.add("nab." + profile.title(), result.best(), "of 100");
            share = Math.min(share, result.at(Anomaly.BORDER) / result.best());
        }
        report.add("nab.fixedBorder.share", share, "of best");
    }

    /// The scores with those taken out that would tell an alarm again too soon.
    static double[] told(double[] scores) {
        var result = scores.clone();
        var next = 0;
        for (var i = 0; i < result.length; i++) {
            if (result[i] >= Anomaly.BORDER && i < next) {
                result[i] = 0;
            } else if (result[i] >= Anomaly.BORDER) {
                next = i + REPEAT;
            }
        }
        return result;
    }

    private static double[] scores(NabSeries series) {
        var times = Arrays.stream(series.times()).map(time -> time * MILLISECONDS).toArray();
        return AnomalyMethod.AUTO
                .start(AnomalyOptions.everything())
                .advanceAll(times, series.values())
                .score();
    }

    private static NabScore score(
            NabScore.Profile profile, List<NabSeries> all, Map<String, double[]> scores) {
        var result = new NabScore(profile);
        for (var series : all) {
            result.add(series, scores.getOrDefault(series.name(), new double[0]));
        }
        return result;
    }
}
