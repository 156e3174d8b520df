// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm;

import dev.sextant.algorithm.anomaly.Anomalies;
import dev.sextant.algorithm.anomaly.AnomalyMethod;
import dev.sextant.algorithm.anomaly.AnomalyOptions;
import dev.sextant.algorithm.anomaly.AnomalyOptions.Direction;
import dev.sextant.algorithm.anomaly.DetectorFleet;
import dev.sextant.telemetry.Series;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/// The detectors. One entry each; [AnomalyMethod] says how a method is made.
final class AnomalyEntries {
    private static final int DIGITS = 6;

    private AnomalyEntries() {}

    static List<Algorithm> all() {
        return List.of(
                entry(
                        AnomalyMethod.AUTO,
                        new About(
                                "The default detector: learns level, seasons of day and week and noise by itself. Cold series say that they learn for a hundred points and a day.",
                                "默认检测器：自动学习水平、日与周周期及噪声。新序列在一百个点且满一天之前只说“学习中”。",
                                "Ahmad et al., Unsupervised real-time anomaly detection for streaming data, Neurocomputing 262, 2017; Siffer et al., KDD 2017"),
                        Parameters.season(Duration.ofDays(1), Duration.ofDays(7))),
                deviation(),
                entry(
                        AnomalyMethod.ROBUST_Z,
                        new About(
                                "Distance from the median of the last 200 points in median absolute deviations.",
                                "与最近 200 个点中位数的距离，以中位数绝对偏差计。",
                                "Iglewicz and Hoaglin, How to detect and handle outliers, 1993")),
                entry(
                        AnomalyMethod.EWMA,
                        new About(
                                "A moving average that must stay within three standard deviations of itself.",
                                "指数加权移动平均，须保持在自身三倍标准差之内。",
                                "Roberts, Control chart tests based on geometric moving averages, Technometrics 1, 1959")),
                entry(
                        AnomalyMethod.DSPOT,
                        new About(
                                "Peaks over a threshold with drift: the border is what the tail passes once in ten thousand points.",
                                "带漂移的超阈值峰值：边界为尾部万分之一概率所对应的值。",
                                "Siffer, Fouque, Termier and Largouët, Anomaly detection in streams with extreme value theory, KDD 2017")),
                entry(
                        AnomalyMethod.HOLT_WINTERS,
                        new About(
                                "Distance from an additive Holt-Winters forecast with a daily season.",
                                "与带日周期的加法 Holt-Winters 预测的距离。",
                                "Brutlag, Aberrant behavior detection in time series for network monitoring, LISA 2000"),
                        Parameters.season(Duration.ofDays(1))));
    }

    private static Algorithm deviation() {
        return entry(
                AnomalyMethod.DEVIATION,
                new About(
                        "Distance from both the level of late and the course of the day, judged by the tail of its own side. What comes back stays unusual.",
                        "与近期水平及日内走势的距离，按各侧尾部判定；重复出现仍视为异常。",
                        "Siffer, Fouque, Termier and Largouët, Anomaly detection in streams with extreme value theory, KDD 2017"));
    }

    private static Algorithm entry(AnomalyMethod method, About about, Parameter... more) {
        var parameters = new ArrayList<>(List.of(more));
        parameters.add(Parameters.calendar());
        parameters.addAll(Parameters.OF_DETECTORS);
        return new Algorithm(
                Kind.ANOMALY,
                method.title(),
                1,
                about,
                new Algorithm.Recipe(
                        parameters, new Work.Online(settings -> watch(method, settings))));
    }

    private static Watch watch(AnomalyMethod method, Settings settings) {
        var fleet = new DetectorFleet(method, options(settings));
        return settings.calendar(Parameters.CALENDAR)
                .<Watch>map(calendar -> new CalendarWatch(fleet, calendar))
                .orElseGet(() -> new Watching(fleet));
    }

    private record Watching(DetectorFleet fleet) implements Watch {
        @Override
        public int add() {
            return fleet.add();
        }

        @Override
        public void learn(int row, Points points) {
            fleet.advanceAll(row, points.times(), points.values());
        }

        @Override
        public Finding judge(int row, Series series) {
            return finding(series, fleet.judge(row, series.times(), series.values()));
        }

        @Override
        public int bytesPerRow() {
            return fleet.bytesPerSeries();
        }
    }

    /// The answer of any detector in the shape that all have; the series must have a point.
    static Finding finding(Series series, Anomalies found) {
        var sides = new LinkedHashMap<String, Points>();
        sides.put("score", new Points(series.times(), found.score()));
        sides.put("tail", new Points(series.times(), found.tail()));
        sides.put("expected", new Points(series.times(), found.expected()));
        sides.put("lower", new Points(series.times(), found.lower()));
        sides.put("upper", new Points(series.times(), found.upper()));
        var row = new Points(series.times(), series.values());
        return new Finding(row, sides, explanation(row, found));
    }

    static AnomalyOptions options(Settings settings) {
        var deviation = settings.distance(Parameters.MIN_DEVIATION);
        var direction = settings.word(Parameters.DIRECTION).toUpperCase(Locale.ROOT);
        return new AnomalyOptions(
                Direction.valueOf(direction),
                settings.length(Parameters.MIN_DURATION),
                deviation.absolute(),
                deviation.relative());
    }

    private static String explanation(Points row, Anomalies found) {
        int last = row.length() - 1;
        var reason = found.reason()[last];
        var range =
                "%s against %s to %s, expected %s"
                        .formatted(
                                text(row.values()[last]),
                                text(found.lower()[last]),
                                text(found.upper()[last]),
                                text(found.expected()[last]));
        return switch (reason.symptom()) {
            case LEARNING -> "learning: too few points are known to judge";
            case MISSING -> "the point has no number";
            case USUAL -> "usual: " + range;
            case VALUE -> said("the value lies outside what was seen so far", range);
            case LEVEL ->
                    said("the mean of the last points lies outside what was seen so far", range);
            case SHIFT -> said("the level moved further than it does otherwise", range);
            case CHANGE -> said("the value changed faster than it does otherwise", range);
            case SEASON -> said("the value is unusual for this hour of the day or week", range);
            case SHAPE -> said("the spread or the form of the course is unusual", range);
        };
    }

    private static String said(String what, String range) {
        return what + ": " + range;
    }

    private static String text(double value) {
        return Double.isNaN(value) ? "nothing known" : Rounding.text(value, DIGITS);
    }
}
