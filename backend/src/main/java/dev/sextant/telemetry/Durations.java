// SPDX-License-Identifier: Apache-2.0
package dev.sextant.telemetry;

import java.time.Duration;
import java.util.regex.Pattern;

/// Durations as people write them: {@code "30s"}, {@code "1h30m"}, {@code "14d"}, {@code "250ms"}, {@code "0s"}.
/// Units: ms, s, m, h, d (24 h), w (7 d).
public final class Durations {
    private static final int LONGEST = 40;
    private static final Pattern WHOLE = Pattern.compile("(\\d{1,9}(ms|s|m|h|d|w))+");
    private static final Pattern PART = Pattern.compile("(\\d{1,9})(ms|s|m|h|d|w)");

    private Durations() {}

    /// @throws IllegalArgumentException when the text is not a duration; the message says how one looks
    public static Duration parse(String text) {
        // The expression's own stack grows with the text: a long one would overflow it.
        if (text.length() > LONGEST || !WHOLE.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "\"%s\" is not a duration: write it like 30s, 5m, 1h30m or 14d"
                            .formatted(
                                    text.length() > LONGEST
                                            ? text.substring(0, LONGEST) + "…"
                                            : text));
        }
        var sum = Duration.ZERO;
        var part = PART.matcher(text);
        while (part.find()) {
            sum = sum.plus(unit(part.group(2)).multipliedBy(Long.parseLong(part.group(1))));
        }
        return sum;
    }

    /// The shortest text that [#parse] reads as the same duration, down to milliseconds.
    public static String format(Duration duration) {
        var millis = duration.toMillis();
        if (millis == 0) {
            return "0s";
        }
        var text = new StringBuilder();
        for (var name : new String[] {"d", "h", "m", "s", "ms"}) {
            var size = unit(name).toMillis();
            if (millis >= size) {
                text.append(millis / size).append(name);
                millis %= size;
            }
        }
        return text.toString();
    }

    private static Duration unit(String name) {
        return switch (name) {
            case "ms" -> Duration.ofMillis(1);
            case "s" -> Duration.ofSeconds(1);
            case "m" -> Duration.ofMinutes(1);
            case "h" -> Duration.ofHours(1);
            case "d" -> Duration.ofDays(1);
            case "w" -> Duration.ofDays(7);
            default ->
                    throw new IllegalArgumentException(
                            "\"%s\" is not a unit of time".formatted(name));
        };
    }
}
