// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query.picture;

import dev.sextant.query.picture.Svg.Spot;
import dev.sextant.query.picture.Svg.Style;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// The part of a picture where values stand over time, in UTC.
///
/// @param top where it begins, pixels from the top of the picture
/// @param times what lies from left to right
/// @param values what lies from bottom to top
record PlotArea(double top, double height, Span times, Span values) {
    static final int WIDTH = 760;
    private static final double LEFT = 62;
    private static final double RIGHT = 24;
    private static final int MOST_TICKS = 8;
    private static final double ROOM = 0.06;
    private static final Style GRID = Style.stroke("#e5e7eb", 1);
    private static final Style WORDS = Style.fill("#6b7280");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final List<Duration> STEPS =
            List.of(
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(15),
                    Duration.ofMinutes(30),
                    Duration.ofHours(1),
                    Duration.ofHours(3),
                    Duration.ofHours(6),
                    Duration.ofHours(12),
                    Duration.ofDays(1),
                    Duration.ofDays(2),
                    Duration.ofDays(7),
                    Duration.ofDays(30),
                    Duration.ofDays(90),
                    Duration.ofDays(365));

    /// From the least to the greatest.
    record Span(double low, double high) {
        private static final double LARGEST = 1e300;
        private static final double NARROWEST = 1e-200;

        /// What has no width gets some.
        Span {
            low = Math.clamp(low, -LARGEST, LARGEST);
            high = Math.clamp(high, -LARGEST, LARGEST);
            if (!(high / 2 - low / 2 > NARROWEST)) {
                double around = low == 0 ? 1 : Math.max(Math.abs(low) * 0.1, 1e-100);
                low -= around;
                high += around;
            }
        }

        double share(double value) {
            return (value / 2 - low / 2) / (high / 2 - low / 2);
        }

        Span withRoom() {
            double room = (high / 2 - low / 2) * 2 * ROOM;
            return new Span(low - room, high + room);
        }
    }

    double x(double time) {
        return LEFT + times.share(time) * (WIDTH - LEFT - RIGHT);
    }

    double y(double value) {
        return top + height * (1 - values.share(value));
    }

    /// @param isLast whether the words of time stand below it
    void axes(Svg svg, boolean isLast) {
        double step = step(values.high() - values.low());
        for (double tick = Math.ceil(values.low() / step) * step;
                tick <= values.high();
                tick += step) {
            svg.line(new Spot(LEFT, y(tick)), new Spot(WIDTH - RIGHT, y(tick)), GRID);
            svg.text(
                    new Spot(LEFT - 6, y(tick) + 4),
                    number(Math.abs(tick) < step / 1e6 ? 0 : tick),
                    WORDS.anchored("end"));
            if (tick + step <= tick) {
                break;
            }
        }
        long length = timeStep().toMillis();
        for (long tick = Math.ceilDiv((long) times.low(), length) * length;
                tick <= times.high();
                tick += length) {
            svg.line(new Spot(x(tick), top + height), new Spot(x(tick), top + height + 3), GRID);
            if (isLast) {
                svg.text(
                        new Spot(x(tick), top + height + 16), time(tick), WORDS.anchored("middle"));
            }
        }
    }

    private static double step(double width) {
        double rough = width / 4;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double lead = rough / power;
        double round = lead < 1.5 ? 1 : lead < 3.5 ? 2 : lead < 7.5 ? 5 : 10;
        return round * power;
    }

    private Duration timeStep() {
        double width = times.high() - times.low();
        return STEPS.stream()
                .filter(step -> width / step.toMillis() <= MOST_TICKS)
                .findFirst()
                .orElse(Duration.ofMillis(Math.max(1, (long) (width / MOST_TICKS))));
    }

    private String time(long millis) {
        var time = Instant.ofEpochMilli(millis).atZone(ZoneOffset.UTC);
        boolean isMidnight = time.toLocalTime().toSecondOfDay() == 0;
        return (isMidnight ? DAY : CLOCK).format(time);
    }

    /// A number in few digits.
    static String number(double value) {
        double size = Math.abs(value);
        if (!Double.isFinite(value) || size >= 1e15 || size > 0 && size < 1e-4) {
            return String.format(Locale.ROOT, "%.3g", value);
        }
        var units = List.of("", "k", "M", "G", "T");
        int unit = 0;
        double rest = value;
        while (Math.abs(rest) >= 10_000 && unit < units.size() - 1) {
            rest /= 1000;
            unit++;
        }
        return new BigDecimal(rest).round(new MathContext(4)).stripTrailingZeros().toPlainString()
                + units.get(unit);
    }
}
