// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store;

import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import dev.sextant.tenant.TenantId;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;

/// Where samples come out. Everything that is asked about a tenant shows that tenant's series only.
public interface SeriesReader {
    /// The points that a selection holds, series in order of their keys, points in order of time; series without a
    /// point in the range are left out.
    default List<Series> read(TenantId tenant, Selection selection) {
        return read(tenant, selection, Long.MAX_VALUE);
    }

    /// The same with a bound on memory: reading stops as soon as the bound is passed.
    ///
    /// @throws TooManyPointsException when the selection holds more than {@code maxPoints} points
    /// @throws StoreUnavailableException when the store cannot be read now
    List<Series> read(TenantId tenant, Selection selection, long maxPoints);

    /// Hands the points that a selection holds to a sink, as they are read.
    ///
    /// @throws TooManyPointsException when the selection holds more than {@code maxPoints} points
    /// @throws StoreUnavailableException when the store cannot be read now
    default void scan(TenantId tenant, Selection selection, long maxPoints, PointSink sink) {
        var keys = find(tenant, selection);
        sink.begin(keys);
        int slot = 0;
        for (var series : read(tenant, selection, maxPoints)) {
            while (!keys.get(slot).equals(series.key())) {
                slot++;
            }
            var slots = new int[series.length()];
            Arrays.fill(slots, slot);
            sink.points(slots, series.times(), series.values(), slots.length);
        }
    }

    /// The same for a question that summaries answer as well as points do: where a store has rows of the tier it hands them
    /// over, everywhere else the points.
    ///
    /// @param maxPoints points and rows together
    default void scanSummed(
            TenantId tenant, Selection selection, Tier tier, long maxPoints, TierSink sink) {
        scan(tenant, selection, maxPoints, sink);
    }

    /// Hands over the newest point that each series of a selection has in its range, in one piece or several. A store that
    /// remembers them does not read for it.
    ///
    /// @throws StoreUnavailableException when the store cannot be read now
    default void latest(TenantId tenant, Selection selection, PointSink sink) {
        var keys = find(tenant, selection);
        sink.begin(keys);
        int slot = 0;
        for (var series : read(tenant, selection)) {
            while (!keys.get(slot).equals(series.key())) {
                slot++;
            }
            int last = series.length() - 1;
            sink.points(
                    new int[] {slot},
                    new long[] {series.times()[last]},
                    new double[] {series.values()[last]},
                    1);
        }
    }

    /// The keys of all series that meet the selection's metric and matchers, whether or not they have points in its range.
    List<SeriesKey> find(TenantId tenant, Selection selection);

    SortedSet<String> metrics(TenantId tenant);

    /// Whether there is a series of this metric. Cheaper than counting where the series lie elsewhere.
    default boolean knows(TenantId tenant, String metric) {
        return seriesCount(tenant, metric) > 0;
    }

    /// How many series a tenant has in all.
    long seriesCount(TenantId tenant);

    /// How many series of a metric there are; 0 for a metric that is not known.
    long seriesCount(TenantId tenant, String metric);

    /// A number that is another one after a series of the metric came or went: as long as it stays, they are the same ones.
    default long seriesVersion(TenantId tenant, String metric) {
        return seriesCount(tenant, metric);
    }

    /// How many series of a tenant went since the store was opened.
    default long seriesGone(TenantId tenant) {
        return 0;
    }
}
