// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.forecast;

import dev.sextant.algorithm.structure.Mstl;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// The methods by the names that rules use.
public enum Method {
    /// The last point goes on.
    NAIVE("naive"),
    /// The last longest season goes on.
    SEASONAL_NAIVE("seasonal-naive"),
    /// Simple exponential smoothing (Brown, 1959) of the series without its seasons.
    SES("ses"),
    /// Holt's linear trend (1957) of the series without its seasons.
    HOLT("holt"),
    /// Damped trend (Gardner and McKenzie, 1985) of the series without its seasons.
    HOLT_DAMPED("holt-damped"),
    /// Theta (Assimakopoulos and Nikolopoulos, 2000) of the series without its seasons.
    THETA("theta"),
    /// Dynamic optimised theta (Fiorucci and others, 2016) of the series without its seasons.
    OPTIMISED_THETA("optimised-theta"),
    /// The best additive exponential smoothing by Akaike's criterion (Hyndman and others, 2002), seasons taken off.
    ETS("ets"),
    /// Holt-Winters with one season or several (Winters, 1960; Taylor, 2003).
    HOLT_WINTERS("holt-winters"),
    /// Linear autoregression with seasonal lags, of the logarithm where the series is positive.
    AUTOREGRESSION("autoregression"),
    /// The median of several that did well on the series' own past.
    AUTO("auto");

    private final String id;

    Method(String id) {
        this.id = id;
    }

    /// The name in rules and over HTTP.
    public String id() {
        return id;
    }

    /// The method called `id`.
    ///
    /// @throws IllegalArgumentException if there is none; the text names those that there are
    public static Method named(String id) {
        return Arrays.stream(values())
                .filter(method -> method.id.equals(id))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "no forecast method " + id + "; there are " + ids()));
    }

    private static String ids() {
        return Arrays.stream(values()).map(Method::id).collect(Collectors.joining(", "));
    }

    List<ForecastMethod> members(List<Integer> seasons) {
        return switch (this) {
            case NAIVE -> List.of(new Naive());
            case SEASONAL_NAIVE ->
                    List.of(seasons.isEmpty() ? new Naive() : new SeasonalNaive(seasons.getLast()));
            case SES -> List.of(adjusted(seasons, new Smoothing(Smoothing.Trend.NONE)));
            case HOLT -> List.of(adjusted(seasons, new Smoothing(Smoothing.Trend.LINEAR)));
            case HOLT_DAMPED -> List.of(adjusted(seasons, new Smoothing(Smoothing.Trend.DAMPED)));
            case THETA -> List.of(adjusted(seasons, new Theta(false)));
            case OPTIMISED_THETA -> List.of(adjusted(seasons, new Theta(true)));
            case ETS -> List.of(adjusted(seasons, new Ets()));
            case HOLT_WINTERS -> List.of(new HoltWinters(seasons));
            case AUTOREGRESSION -> List.of(new LogScale(Autoregression.ofAll(seasons)));
            case AUTO -> Auto.members(seasons);
        };
    }

    private static ForecastMethod adjusted(List<Integer> seasons, ForecastMethod method) {
        return seasons.isEmpty() ? method : new SeasonallyAdjusted(new Mstl(seasons, 0), method);
    }
}
