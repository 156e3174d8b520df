// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.algorithm.calendar.Calendar.Kind;
import dev.sextant.algorithm.calendar.CalendarForecast.History;
import dev.sextant.algorithm.forecast.ForecastOptions;
import dev.sextant.algorithm.forecast.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Eight weeks of hours with a daily wave, of which some days have a third of the usual.
class CalendarTest {
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long START = Instant.parse("2026-01-05T00:00:00Z").toEpochMilli();
    private static final int LENGTH = 56 * 24;

    private static Calendar calendar(String... days) {
        return new Calendar(
                List.of(new Kind("holiday", Stream.of(days).map(Stretch::of).toList())));
    }

    private static double[] history(Calendar calendar) {
        var random = new Random(5);
        var values = new double[LENGTH];
        Arrays.setAll(
                values,
                i -> {
                    double usual = 1000 + 400 * Math.sin(2 * Math.PI * i / 24);
                    double noisy = usual * (1 + 0.01 * random.nextGaussian());
                    return calendar.at(START + i * HOUR).isPresent() ? noisy / 3 : noisy;
                });
        return values;
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-01, 2026-05-01T00:00:00Z, 1",
        "2026-05-01/3d, 2026-05-01T00:00:00Z, 3",
        "2026-05-01+08:00, 2026-04-30T16:00:00Z, 1",
        "2026-11-11T06:00+08:00/24h, 2026-11-10T22:00:00Z, 1",
        "2026-11-11T06:00/48h, 2026-11-11T06:00:00Z, 2"
    })
    void stretchesAreWrittenAsDays(String text, Instant from, int days) {
        long begin = from.toEpochMilli();

        assertThat(Stretch.of(text)).isEqualTo(new Stretch(begin, begin + days * 24 * HOUR));
    }

    @ParameterizedTest
    @CsvSource({"2026-13-01", "yesterday", "2026-05-01/0d", "2026-05-01/400d", "2026-05-01/", "''"})
    void whatIsNoStretchIsSaid(String text) {
        assertThatThrownBy(() -> Stretch.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no stretch of time");
    }

    @Test
    void aPlaceIsWithinItsStretch() {
        var calendar = calendar("2026-01-10/2d", "2026-01-11/2d", "2026-01-20");

        assertThat(calendar.at(START)).isEmpty();
        assertThat(calendar.at(START + 7 * 24 * HOUR))
                .contains(new Calendar.Place(0, 0, 2 * 24 * HOUR));
        assertThat(calendar.at(START + 8 * 24 * HOUR)).isEmpty();
        assertThat(calendar.at(START + 15 * 24 * HOUR)).contains(new Calendar.Place(0, 1, 0));
    }

    @Test
    void aHolidayAheadIsForetoldAsEarlierOnesWere() {
        var calendar = calendar("2026-01-20", "2026-02-05", "2026-02-20", "2026-03-03");
        var options = new ForecastOptions(72, List.of(0.8), List.of(24));

        var outcome =
                CalendarForecast.forecast(
                        Method.AUTOREGRESSION,
                        new History(START, HOUR, history(calendar)),
                        options,
                        calendar);

        // The history ends with 2026-03-01; the second day ahead is the holiday.
        var path = outcome.forecast().expected();
        assertThat(path[6]).isCloseTo(1400, within(60.0));
        assertThat(path[24 + 6]).isCloseTo(1400 / 3.0, within(30.0));
        assertThat(path[48 + 6]).isCloseTo(1400, within(60.0));
        assertThat(outcome.said()).containsExactly("holiday as in 3 earlier");
        assertThat(outcome.forecast().intervals().getFirst().lower()[30]).isLessThan(path[30]);
    }

    @Test
    void aKindThatWasNeverSeenIsSaidToBeUnknown() {
        var calendar = calendar("2026-03-03");
        var options = new ForecastOptions(72, List.of(0.8), List.of(24));
        var history = new History(START, HOUR, history(calendar));

        var outcome = CalendarForecast.forecast(Method.AUTOREGRESSION, history, options, calendar);

        assertThat(outcome.forecast().expected()[24 + 6]).isCloseTo(1400, within(60.0));
        assertThat(outcome.said())
                .containsExactly("no earlier holiday is known: it is foretold as any other day");
    }

    @Test
    void aHistoryOfHolidaysOnlyIsTakenAsItIs() {
        var calendar = calendar("2026-01-01/300d");
        var history = new History(START, HOUR, history(calendar));

        var outcome =
                CalendarForecast.forecast(
                        Method.NAIVE, history, ForecastOptions.ahead(2), calendar);

        assertThat(outcome.forecast().expected()[1]).isEqualTo(history.values()[LENGTH - 1]);
        assertThat(outcome.said().getFirst()).contains("the calendar is left aside");
    }

    @Test
    void theSecondHolidayIsOrdinaryOnceTheFirstIsKnown() {
        var calendar = calendar("2026-01-20", "2026-02-05");
        var values = history(calendar);
        var course = new CalendarCourse(calendar);
        var first = new double[2];
        for (int i = 0; i < LENGTH; i++) {
            var ordinary = course.copy().advance(START + i * HOUR, values[i]);
            assertThat(course.advance(START + i * HOUR, values[i])).isEqualTo(ordinary);
            var place = calendar.at(START + i * HOUR);
            if (place.isPresent() && place.get().stretch() == 0) {
                assertThat(ordinary.isUnknown()).isTrue();
                first[0]++;
            } else if (place.isPresent()) {
                double usual = 1000 + 400 * Math.sin(2 * Math.PI * i / 24);
                assertThat(ordinary.value()).isCloseTo(usual, within(120.0));
                first[1]++;
            }
        }
        assertThat(first).containsExactly(24, 24);
    }
}
