// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.calendar;

import dev.sextant.telemetry.Durations;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;

/// A stretch of time.
///
/// @param from its first moment, epoch milliseconds
/// @param to the first moment behind it
public record Stretch(long from, long to) {
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final DateTimeFormatter TIMES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm[:ss][ZZZZZ]");
    private static final DateTimeFormatter DAYS = DateTimeFormatter.ofPattern("uuuu-MM-dd[ZZZZZ]");

    public Stretch {
        if (to <= from) {
            throw new IllegalArgumentException("a stretch ends after its start");
        }
    }

    /// A day `2026-05-01`, several `2026-10-01/7d`, or from a time on `2026-11-11T00:00+08:00/24h`; without an offset in UTC.
    ///
    /// @throws IllegalArgumentException in words when it is none
    public static Stretch of(String text) {
        int cut = text.indexOf('/');
        try {
            var from = instant(cut < 0 ? text : text.substring(0, cut));
            var length = cut < 0 ? Duration.ofDays(1) : Durations.parse(text.substring(cut + 1));
            if (length.isPositive() && length.compareTo(LONGEST) <= 0) {
                return new Stretch(from.toEpochMilli(), from.plus(length).toEpochMilli());
            }
        } catch (DateTimeParseException | IllegalArgumentException _) {
            throw wrong(text);
        }
        throw wrong(text);
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException(
                "%s is no stretch of time: write it as 2026-05-01, 2026-10-01/7d or 2026-11-11T00:00+08:00/24h, up to 366d"
                        .formatted(text.length() <= 80 ? text : text.substring(0, 80)));
    }

    private static Instant instant(String text) {
        if (text.indexOf('T') < 0) {
            var day = DAYS.parse(text);
            return LocalDate.from(day).atStartOfDay(offset(day)).toInstant();
        }
        TemporalAccessor time = TIMES.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        return LocalDateTime.from(time).toInstant(offset(time));
    }

    private static ZoneOffset offset(TemporalAccessor time) {
        var offset = time.query(TemporalQueries.offset());
        return offset == null ? ZoneOffset.UTC : offset;
    }
}
