// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.bench;

import dev.sextant.algorithm.anomaly.Anomaly;
import dev.sextant.algorithm.anomaly.AnomalyMethod;
import dev.sextant.algorithm.anomaly.AnomalyOptions;
import dev.sextant.bench.BenchReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Operations KPIs with labels point by point: F1 with a delay of 7 points at the shipped border, pooled over all files, by
/// [KpiScore]. Beside the default detector it shows `deviation`, which is made for series where what comes back counts anew.
/// Then the same on KPIs that are made up from seeds which no choice was made with.
final class KpiSuite implements AccuracySuite {
    private static final List<Long> SEEDS = List.of(101L, 102L);

    @Override
    public String name() {
        return "kpi";
    }

    @Override
    public void run(Path folder, BenchReport report) throws IOException {
        var all = KpiSeries.readAll(folder);
        if (all.isEmpty()) {
            report.leaveOut(name(), "no labelled series in " + folder);
        } else {
            score("kpi", all, report);
        }
        score(
                "kpi.made",
                SEEDS.stream().flatMap(seed -> MadeKpis.all(seed).stream()).toList(),
                report);
    }

    private static void score(String prefix, List<KpiSeries> all, BenchReport report) {
        report.add(prefix + ".series", all.size(), "");
        var ofDefault = score(all, AnomalyMethod.AUTO);
        report.add(prefix + ".f1", ofDefault.f1(), "");
        report.add(prefix + ".precision", ofDefault.precision(), "");
        report.add(prefix + ".recall", ofDefault.recall(), "");
        report.add(prefix + ".deviation.f1", score(all, AnomalyMethod.DEVIATION).f1(), "");
    }

    private static KpiScore score(List<KpiSeries> all, AnomalyMethod method) {
        var sum = new KpiScore();
        all.parallelStream().map(series -> score(series, method)).toList().forEach(sum::add);
        return sum;
    }

    private static KpiScore score(KpiSeries series, AnomalyMethod method) {
        var scores =
                method.start(AnomalyOptions.everything())
                        .advanceAll(series.times(), series.values())
                        .score();
        var detections = new boolean[scores.length];
        for (var i = 0; i < scores.length; i++) {
            detections[i] = scores[i] >= Anomaly.BORDER;
        }
        var result = new KpiScore();
        result.add(series.labels(), detections);
        return result;
    }
}
