// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm;

import dev.sextant.algorithm.Parameter.Type;
import dev.sextant.algorithm.calendar.CalendarForecast;
import dev.sextant.algorithm.calendar.CalendarForecast.History;
import dev.sextant.algorithm.calendar.CalendarForecast.Outcome;
import dev.sextant.algorithm.forecast.Drops;
import dev.sextant.algorithm.forecast.ForecastOptions;
import dev.sextant.algorithm.forecast.Forecasting;
import dev.sextant.algorithm.forecast.Method;
import dev.sextant.telemetry.Series;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The forecasts. One entry each; [Method] says how a method is made.
final class ForecastEntries {
    private static final String HORIZON = "to";
    private static final String LEVEL = "level";
    private static final String CLEANUPS = "cleanups";
    private static final String IGNORE_DROPS = "ignore-drops";
    private static final int FEWEST = 3;

    private static final List<Parameter> PARAMETERS =
            List.of(
                    new Parameter(
                            HORIZON,
                            new Type.Length(Duration.ofSeconds(1), Duration.ofDays(366)),
                            "\"1d\"",
                            "How far ahead.",
                            "预测时长。"),
                    new Parameter(
                            LEVEL,
                            new Type.Number(0.01, 0.999),
                            "0.8",
                            "Share of the futures within the band.",
                            "区间覆盖的未来比例。"),
                    Parameters.season(),
                    Parameters.calendar(),
                    new Parameter(
                            CLEANUPS,
                            new Type.Choice(List.of("keep", IGNORE_DROPS)),
                            "\"keep\"",
                            "\"ignore-drops\": a sudden fall, such as a clean-up of a disk, is no trend.",
                            "\"ignore-drops\"：突然的下降（例如磁盘清理）不计入趋势。"));

    private ForecastEntries() {}

    static List<Algorithm> all() {
        return Stream.concat(simple().stream(), others().stream()).toList();
    }

    private static List<Algorithm> simple() {
        return List.of(
                entry(
                        Method.AUTO,
                        "The median of several methods that did well on the series' own past.",
                        "若干方法中在自身历史上表现良好者的中位数。",
                        "Petropoulos and Svetunkov, A simple combination of univariate models, 2020"),
                entry(Method.NAIVE, "The last point goes on.", "延续最后一个点。", "folklore"),
                entry(
                        Method.SEASONAL_NAIVE,
                        "The last longest season goes on.",
                        "延续最后一个最长周期。",
                        "folklore"),
                entry(
                        Method.SES,
                        "Simple exponential smoothing of the series without its seasons.",
                        "去除周期后的简单指数平滑。",
                        "Brown, 1959"),
                entry(
                        Method.HOLT,
                        "Linear trend of the series without its seasons.",
                        "去除周期后的线性趋势。",
                        "Holt, 1957"),
                entry(
                        Method.HOLT_DAMPED,
                        "A trend that fades, of the series without its seasons.",
                        "去除周期后的阻尼趋势。",
                        "Gardner and McKenzie, 1985"));
    }

    private static List<Algorithm> others() {
        return List.of(
                entry(
                        Method.THETA,
                        "The theta method on the series without its seasons.",
                        "去除周期后的 Theta 方法。",
                        "Assimakopoulos and Nikolopoulos, 2000"),
                entry(
                        Method.OPTIMISED_THETA,
                        "The dynamic optimised theta method on the series without its seasons.",
                        "去除周期后的动态优化 Theta 方法。",
                        "Fiorucci et al., 2016"),
                entry(
                        Method.ETS,
                        "The best additive exponential smoothing by Akaike's criterion, seasons taken off.",
                        "去除周期后按 AIC 选择的加法指数平滑。",
                        "Hyndman et al., 2002"),
                entry(
                        Method.HOLT_WINTERS,
                        "Level, trend and one season or several, learnt together.",
                        "共同学习水平、趋势与一个或多个周期。",
                        "Winters, 1960; Taylor, 2003"),
                entry(
                        Method.AUTOREGRESSION,
                        "Linear autoregression with seasonal lags.",
                        "带周期滞后的线性自回归。",
                        "Box and Jenkins, 1970"));
    }

    private static Algorithm entry(Method method, String english, String chinese, String source) {
        return new Algorithm(
                Kind.FORECAST,
                method.id(),
                1,
                new About(english, chinese, source),
                new Algorithm.Recipe(
                        PARAMETERS,
                        new Work.OfEach((series, settings) -> look(method, series, settings))));
    }

    private static Optional<Finding> look(Method method, Series series, Settings settings) {
        if (series.length() == 0) {
            return Optional.empty();
        }
        var steps = EqualSteps.of(series);
        int horizon = steps.steps(settings.length(HORIZON), "the horizon of a forecast");
        var seasons = settings.seasons(Parameters.SEASON).map(steps::periods).orElse(null);
        var options = new ForecastOptions(horizon, List.of(settings.number(LEVEL)), seasons);
        var values = steps.values();
        var history = settings.word(CLEANUPS).equals(IGNORE_DROPS) ? Drops.ignored(values) : values;
        var outcome =
                settings.calendar(Parameters.CALENDAR)
                        .map(calendar ->
                                CalendarForecast.forecast(
                                        method,
                                        new History(steps.first(), steps.step(), history),
                                        options,
                                        calendar))
                        .orElseGet(() ->
                                new Outcome(
                                        Forecasting.forecast(method, history, options), List.of()));
        return Optional.of(finding(series, steps, outcome));
    }

    private static Finding finding(Series series, EqualSteps steps, Outcome outcome) {
        var forecast = outcome.forecast();
        var times = new long[forecast.horizon()];
        Arrays.setAll(times, ahead -> steps.last() + (ahead + 1) * steps.step());
        var interval = forecast.intervals().getFirst();
        var sides = new LinkedHashMap<String, Points>();
        sides.put("expected", new Points(times, forecast.expected()));
        sides.put("lower", new Points(times, interval.lower()));
        sides.put("upper", new Points(times, interval.upper()));
        sides.put("fit", Points.single(steps.last(), forecast.fit()));
        return new Finding(
                new Points(series.times(), series.values()), sides, explanation(steps, outcome));
    }

    private static String explanation(EqualSteps steps, Outcome outcome) {
        var forecast = outcome.forecast();
        if (steps.values().length < FEWEST) {
            return "learning: too few points are known to foretell more than that they go on";
        }
        var said = new ArrayList<String>();
        said.add("fit %s".formatted(Rounding.text(forecast.fit(), 2)));
        if (!forecast.seasons().isEmpty()) {
            said.add(
                    "seasons of "
                            + forecast.seasons().stream()
                                    .map(period -> Lengths.text(period * steps.step()))
                                    .collect(Collectors.joining(", ")));
        }
        said.addAll(outcome.said());
        return String.join("; ", said);
    }
}
