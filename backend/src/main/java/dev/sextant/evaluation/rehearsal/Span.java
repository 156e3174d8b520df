// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.rehearsal;

import dev.sextant.telemetry.Durations;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/// When a test runs, and what its times mean: `12:00` is a time of the clock on the run's first day, `1d 12:00` one day
/// later, `90m` so long after the start, all in UTC.
record Span(Instant from, Instant to) {
    private static final Pattern CLOCK =
            Pattern.compile("(?:(\\d{1,3})d )?(\\d{1,2}):(\\d{2})(?::(\\d{2}))?");

    /// Reads `2026-03-02T00:00/36h` or `2026-03-02/2026-03-04`.
    ///
    /// @throws IllegalArgumentException with a sentence for the author
    static Span of(String text) {
        var parts = text.split("/", 2);
        var from = calendar(parts[0], text);
        var length = parts.length < 2 ? "" : parts[1];
        var to =
                length.matches("\\d{4}-.*")
                        ? calendar(length, text)
                        : from.plus(Durations.parse(length));
        if (!to.isAfter(from)) {
            throw new IllegalArgumentException("run(\"%s\") ends before it starts".formatted(text));
        }
        return new Span(from, to);
    }

    Duration length() {
        return Duration.between(from, to);
    }

    /// @throws IllegalArgumentException with a sentence for the author
    Instant time(String text) {
        var clock = CLOCK.matcher(text);
        if (clock.matches()) {
            int days = clock.group(1) == null ? 0 : Integer.parseInt(clock.group(1));
            var second = clock.group(4) == null ? "00" : clock.group(4);
            var time = "%2s:%s:%s".formatted(clock.group(2), clock.group(3), second);
            return midnight().plus(Duration.ofDays(days)).plus(ofDay(time.replace(' ', '0')));
        }
        return text.matches("\\d{4}-.*") ? calendar(text, text) : from.plus(Durations.parse(text));
    }

    /// A time as authors write it: of the clock, with the day when that is not the first.
    String show(Instant time) {
        var days = Duration.between(midnight(), time).toDays();
        var clock = time.atOffset(ZoneOffset.UTC).toLocalTime().toString();
        if (time.isBefore(midnight())) {
            return time.toString();
        }
        return days == 0 ? clock : days + "d " + clock;
    }

    private Instant midnight() {
        return from.atOffset(ZoneOffset.UTC).toLocalDate().atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Duration ofDay(String clock) {
        if (clock.equals("24:00:00")) {
            return Duration.ofDays(1);
        }
        try {
            return Duration.ofNanos(LocalTime.parse(clock).toNanoOfDay());
        } catch (DateTimeParseException wrong) {
            throw new IllegalArgumentException(clock + " is no time of a day", wrong);
        }
    }

    private static Instant calendar(String text, String whole) {
        var plain = text.endsWith("Z") ? text.substring(0, text.length() - 1) : text;
        try {
            return (plain.contains("T")
                            ? LocalDateTime.parse(plain)
                            : LocalDate.parse(plain).atStartOfDay())
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException wrong) {
            throw new IllegalArgumentException(
                    "\"%s\" is no date such as 2026-03-02T00:00".formatted(whole), wrong);
        }
    }
}
