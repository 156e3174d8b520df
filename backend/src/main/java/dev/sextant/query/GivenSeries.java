// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query;

import dev.sextant.store.Selection;
import dev.sextant.store.SeriesReader;
import dev.sextant.store.TooManyPointsException;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import dev.sextant.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// Series that somebody brings along, read as a store's at a time that can be set: a point is there once its time and the
/// lateness of its series have passed. For one thread and one tenant, whoever that is.
public final class GivenSeries implements SeriesReader {
    private final List<Given> given;
    private Instant clock = Instant.MAX;

    public GivenSeries(List<Given> given) {
        this.given =
                given.stream()
                        .sorted(Comparator.comparing(one -> one.series().key().toString()))
                        .toList();
    }

    /// @param series with ascending times
    /// @param late how long after its time a point arrives
    public record Given(Series series, Duration late) {}

    /// From now on it is this time.
    public void moveTo(Instant time) {
        clock = time;
    }

    @Override
    public List<Series> read(TenantId tenant, Selection selection, long maxPoints) {
        var read = new ArrayList<Series>();
        long points = 0;
        for (var one : given) {
            if (meets(one.series().key(), selection)) {
                var part = part(one, selection);
                points += part.length();
                if (points > maxPoints) {
                    throw new TooManyPointsException(maxPoints);
                }
                if (part.length() > 0) {
                    read.add(part);
                }
            }
        }
        return read;
    }

    private Series part(Given one, Selection selection) {
        var times = one.series().times();
        var known = clock.equals(Instant.MAX) ? Instant.MAX : clock.minus(one.late());
        var end = known.isBefore(selection.range().to()) ? known : selection.range().to();
        int from = after(times, selection.range().from().toEpochMilli());
        int to = Math.max(from, after(times, end.toEpochMilli()));
        return new Series(
                one.series().key(),
                Arrays.copyOfRange(times, from, to),
                Arrays.copyOfRange(one.series().values(), from, to));
    }

    /// The place of the first time after a moment.
    private static int after(long[] times, long moment) {
        int place = Arrays.binarySearch(times, moment);
        return place < 0 ? -place - 1 : place + 1;
    }

    @Override
    public List<SeriesKey> find(TenantId tenant, Selection selection) {
        return given.stream()
                .map(one -> one.series().key())
                .filter(key -> meets(key, selection))
                .toList();
    }

    private static boolean meets(SeriesKey key, Selection selection) {
        return key.metric().equals(selection.metric())
                && selection.matchers().stream()
                        .allMatch(matcher -> matcher.matches(key.labels().value(matcher.label())));
    }

    @Override
    public SortedSet<String> metrics(TenantId tenant) {
        var metrics = new TreeSet<String>();
        given.forEach(one -> metrics.add(one.series().key().metric()));
        return metrics;
    }

    @Override
    public long seriesCount(TenantId tenant) {
        return given.size();
    }

    @Override
    public long seriesCount(TenantId tenant, String metric) {
        return given.stream().filter(one -> one.series().key().metric().equals(metric)).count();
    }
}
