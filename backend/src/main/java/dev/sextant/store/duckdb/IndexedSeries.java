// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.duckdb;

import dev.sextant.telemetry.Matcher;
import dev.sextant.telemetry.SeriesKey;
import dev.sextant.tenant.TenantId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A series and the number that stands for it in the tables of samples.
final class IndexedSeries {
    static final long HOURS_PER_DAY = 24;

    private final TenantId tenant;
    private final SeriesKey key;
    private final long id;
    private final String order;
    private final boolean loaded;
    private volatile long lastHour;
    private long savedHour;
    private volatile @Nullable Newest newest;

    IndexedSeries(TenantId tenant, SeriesKey key, long id, long lastHour) {
        this.tenant = tenant;
        this.key = key;
        this.id = id;
        this.order = key.labels().toString();
        this.loaded = lastHour > Long.MIN_VALUE;
        this.lastHour = lastHour;
        this.savedHour = lastHour;
    }

    TenantId tenant() {
        return tenant;
    }

    SeriesKey key() {
        return key;
    }

    long id() {
        return id;
    }

    /// The labels' canonical text; series of one metric are sorted by it.
    String order() {
        return order;
    }

    /// The newest epoch hour in which it has a sample.
    long lastHour() {
        return lastHour;
    }

    /// Whether its newest hour is of a later day than the one that is written down. For the writer thread alone, as all
    /// that changes it.
    boolean isSeenOnALaterDay() {
        return Math.floorDiv(lastHour, HOURS_PER_DAY) > Math.floorDiv(savedHour, HOURS_PER_DAY);
    }

    void saved() {
        savedHour = lastHour;
    }

    void sawHour(long hour) {
        if (hour > lastHour) {
            lastHour = hour;
        }
    }

    /// Its newest committed point; absent while only the files know it.
    @Nullable Newest newest() {
        return newest;
    }

    /// Called by the writer thread alone.
    ///
    /// @param filesEnd what was there at the start may have a newer point in a file up to this time
    void saw(Newest point, long filesEnd) {
        var known = newest;
        boolean isNewer = known == null ? isBeyond(point, filesEnd) : known.time() <= point.time();
        if (isNewer) {
            newest = point;
        }
    }

    private boolean isBeyond(Newest point, long filesEnd) {
        return !loaded || point.time() > filesEnd;
    }

    boolean meets(List<Matcher> matchers) {
        for (var matcher : matchers) {
            if (!matcher.matches(key.labels().value(matcher.label()))) {
                return false;
            }
        }
        return true;
    }
}
