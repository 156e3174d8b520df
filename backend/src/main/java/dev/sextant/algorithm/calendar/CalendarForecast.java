// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.calendar;

import dev.sextant.algorithm.forecast.Forecast;
import dev.sextant.algorithm.forecast.ForecastOptions;
import dev.sextant.algorithm.forecast.Forecasting;
import dev.sextant.algorithm.forecast.Interval;
import dev.sextant.algorithm.forecast.Method;
import dev.sextant.algorithm.structure.Gaps;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/// A forecast that knows of special days: those of the past are taken out and bridged, so that they teach nothing about ordinary
/// ones, and what set them apart from the bridge is put on those to come; in per cent where the series is positive throughout.
public final class CalendarForecast {
    private static final long HOUR = Duration.ofHours(1).toMillis();

    private final History history;
    private final Calendar calendar;
    private final KindEffects[] effects;
    private final boolean isPositive;
    private final boolean isNeverNegative;

    private CalendarForecast(History history, Calendar calendar, double[] bridged) {
        this.history = history;
        this.calendar = calendar;
        isPositive = isAbove(history.values, 0, false) && isAbove(bridged, 0, false);
        isNeverNegative = isAbove(history.values, 0, true);
        effects = new KindEffects[calendar.kinds().size()];
        Arrays.setAll(effects, _ -> new KindEffects());
        for (int i = 0; i < bridged.length; i++) {
            double distance = distance(history.values[i], bridged[i]);
            calendar.at(history.time(i))
                    .ifPresent(place ->
                            effects[place.kind()].add(place.stretch(), part(place), distance));
        }
        Arrays.stream(effects).forEach(KindEffects::settle);
    }

    /// Points at equal steps.
    ///
    /// @param first time of the first one, epoch milliseconds
    /// @param step milliseconds
    /// @param values NaN where one is missing
    public record History(long first, long step, double[] values) {
        long time(long place) {
            return first + place * step;
        }
    }

    /// What came of it.
    ///
    /// @param said of each kind that counts ahead, from what it is known, or that it is not
    public record Outcome(Forecast forecast, List<String> said) {}

    /// The points after the last one of the history; as [Forecasting#forecast].
    public static Outcome forecast(
            Method method, History history, ForecastOptions options, Calendar calendar) {
        var ordinary = history.values.clone();
        for (int i = 0; i < ordinary.length; i++) {
            if (calendar.at(history.time(i)).isPresent()) {
                ordinary[i] = Double.NaN;
            }
        }
        if (Gaps.seen(ordinary) == 0) {
            return new Outcome(
                    Forecasting.forecast(method, history.values, options),
                    List.of("the calendar is left aside: no ordinary day is known"));
        }
        var plain = Forecasting.forecast(method, ordinary, options);
        int period = plain.seasons().isEmpty() ? 0 : plain.seasons().getLast();
        return new CalendarForecast(history, calendar, Gaps.filled(ordinary, period)).on(plain);
    }

    private static boolean isAbove(double[] values, double least, boolean isIncluded) {
        return Arrays.stream(values)
                .filter(Double::isFinite)
                .allMatch(value -> value > least || isIncluded && value == least);
    }

    private double distance(double value, double usual) {
        return isPositive ? Math.log(value / usual) : value - usual;
    }

    private int part(Calendar.Place place) {
        return (int) (place.offset() / Math.max(HOUR, history.step));
    }

    private Outcome on(Forecast plain) {
        var expected = plain.expected().clone();
        var intervals =
                plain.intervals().stream()
                        .map(one ->
                                new Interval(one.level(), one.lower().clone(), one.upper().clone()))
                        .toList();
        var known = new TreeSet<Integer>();
        for (int ahead = 0; ahead < expected.length; ahead++) {
            int at = ahead;
            calendar.at(history.time((long) history.values.length + ahead))
                    .ifPresent(place -> {
                        known.add(place.kind());
                        var kind = effects[place.kind()];
                        double effect = kind.stretches() == 0 ? 0 : kind.at(part(place));
                        expected[at] = moved(expected[at], effect);
                        for (var interval : intervals) {
                            double reach = kind.reach(interval.level());
                            interval.lower()[at] = moved(interval.lower()[at], effect - reach);
                            interval.upper()[at] = moved(interval.upper()[at], effect + reach);
                        }
                    });
        }
        var said = new ArrayList<String>();
        known.forEach(kind -> said.add(said(kind)));
        return new Outcome(new Forecast(expected, intervals, plain.seasons(), plain.fit()), said);
    }

    private double moved(double value, double effect) {
        double moved = isPositive ? value * Math.exp(effect) : value + effect;
        double held = Math.clamp(moved, -Double.MAX_VALUE, Double.MAX_VALUE);
        return isNeverNegative ? Math.max(0, held) : held;
    }

    private String said(int kind) {
        int count = effects[kind].stretches();
        return count == 0
                ? "no earlier %s is known: it is foretold as any other day"
                        .formatted(calendar.name(kind))
                : "%s as in %d earlier".formatted(calendar.name(kind), count);
    }
}
