// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.bench;

import dev.sextant.algorithm.forecast.ForecastOptions;
import dev.sextant.algorithm.forecast.Forecasting;
import dev.sextant.algorithm.forecast.Interval;
import dev.sextant.bench.BenchReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Forecasts of method `auto` on hourly and weekly series of the M4 competition, by its own measures: OWA, the mean of
/// sMAPE and MASE each over those of Naive2, and MSIS at 95 %. Published: winner .440/.851, theta 1.006/.971.
public final class M4Suite implements AccuracySuite {
    private static final List<Frequency> FREQUENCIES =
            List.of(
                    new Frequency("hourly", 24, List.of(24, 168)),
                    new Frequency("weekly", 1, List.of(52)));

    @Override
    public String name() {
        return "m4";
    }

    @Override
    public void run(Path folder, BenchReport report) throws IOException {
        for (var frequency : FREQUENCIES) {
            var series = M4Series.read(folder, frequency.name());
            long start = System.nanoTime();
            var ours = series.parallelStream().map(one -> forecast(one, frequency)).toList();
            double millis = (System.nanoTime() - start) / 1e6;
            var naive = series.stream().map(one -> naive(one, frequency)).toList();
            double smape = mean(ours, M4Score::smape) / mean(naive, M4Score::smape);
            double mase = mean(ours, M4Score::mase) / mean(naive, M4Score::mase);
            var prefix = "m4." + frequency.name();
            report.add(prefix + ".owa", (smape + mase) / 2, "");
            report.add(prefix + ".msis", mean(ours, M4Score::msis), "");
            report.add(prefix + ".smape", mean(ours, M4Score::smape), "%");
            report.add(prefix + ".mase", mean(ours, M4Score::mase), "");
            report.add(prefix + ".wallPerForecast", millis / series.size(), "ms");
        }
    }

    private static M4Score forecast(M4Series series, Frequency frequency) {
        var options =
                new ForecastOptions(
                        series.test().length, List.of(M4Score.LEVEL), frequency.seasons());
        var forecast = Forecasting.forecast(series.training(), options);
        return M4Score.of(
                series, frequency.period(), forecast.expected(), forecast.intervals().getFirst());
    }

    private static M4Score naive(M4Series series, Frequency frequency) {
        var path = M4Score.naive2(series.training(), frequency.period(), series.test().length);
        var none = new Interval(M4Score.LEVEL, path, path);
        return M4Score.of(series, frequency.period(), path, none);
    }

    private static double mean(List<M4Score> scores, ToDoubleFunction<M4Score> measure) {
        return scores.stream().mapToDouble(measure).average().orElse(Double.NaN);
    }

    /// What is known of all series of a frequency.
    ///
    /// @param period of the competition's own measures
    /// @param seasons that such series may have, in points: a day and a week of hours, a year of weeks
    private record Frequency(String name, int period, List<Integer> seasons) {}
}
