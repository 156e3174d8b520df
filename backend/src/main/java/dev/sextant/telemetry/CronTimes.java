// SPDX-License-Identifier: Apache-2.0
package dev.sextant.telemetry;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/// Slots at the times of a cron expression of five fields (minute, hour, day of the month, month, day of the week) in a time
/// zone. A local time that summer time leaves out has no slot on that day; one that comes twice has one, the first, unless
/// the expression names every hour.
public final class CronTimes implements Timing {
    private static final Duration BEAT = Duration.ofMinutes(1);
    private static final Duration SHORTEST_LOOK = Duration.ofMinutes(15);

    /// No expression waits longer: the 29th of February on a given weekday comes after 40 years at most.
    private static final Duration LONGEST_LOOK = Duration.ofDays(2 * 40 * 366);

    private static final String HOW =
            "; write minute, hour, day of the month, month and day of the week, such as \"*/10 * * * *\"";

    private final String expression;
    private final ZoneId zone;
    private final ExecutionTime times;

    private CronTimes(String expression, ZoneId zone, ExecutionTime times) {
        this.expression = expression;
        this.zone = zone;
        this.times = times;
    }

    /// @param zone a name such as "Europe/Berlin"
    /// @throws IllegalArgumentException with a sentence for the rule's author
    public static CronTimes of(String expression, String zone) {
        var plain = expression.strip().replaceAll("\\s+", " ");
        var parser = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));
        try {
            var times = ExecutionTime.forCron(parser.parse(plain));
            var cron = new CronTimes(plain, ZoneId.of(zone), times);
            if (times.nextExecution(Instant.EPOCH.atZone(cron.zone)).isEmpty()) {
                throw new IllegalArgumentException("there is no such day");
            }
            return cron;
        } catch (DateTimeException unknown) {
            throw new IllegalArgumentException(
                    "timezone %s is not known; write a name such as \"Europe/Berlin\""
                            .formatted(zone),
                    unknown);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    "cron \"%s\" has no times: %s".formatted(plain, wrong.getMessage()) + HOW,
                    wrong);
        }
    }

    @Override
    public Instant next(Instant after) {
        return times.nextExecution(local(after)).orElseThrow().toInstant();
    }

    @Override
    public Instant newest(Instant until) {
        for (var back = SHORTEST_LOOK;
                back.compareTo(LONGEST_LOOK) < 0;
                back = back.multipliedBy(2)) {
            var slot = next(until.minus(back));
            if (!slot.isAfter(until)) {
                return newest(slot, until);
            }
        }
        return Instant.EPOCH;
    }

    /// Goes forward only: what lies before a time that the clocks pass twice is not the way back from it.
    private Instant newest(Instant first, Instant until) {
        var newest = first;
        for (var slot = next(first); !slot.isAfter(until); slot = next(slot)) {
            newest = slot;
        }
        return newest;
    }

    @Override
    public Duration beat() {
        return BEAT;
    }

    @Override
    public String text() {
        return "%s (%s)".formatted(expression, zone.getId());
    }

    private ZonedDateTime local(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).atZone(zone);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CronTimes that
                && expression.equals(that.expression)
                && zone.equals(that.zone);
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
