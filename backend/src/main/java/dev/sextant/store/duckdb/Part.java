// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.duckdb;

import dev.sextant.store.Tier;
import dev.sextant.tenant.TenantId;
import java.nio.file.Path;

/// Where samples of one hour lie: in a hot table as they came, or settled in a sealed file; and where those of a day lie
/// summed up.
sealed interface Part {
    long HOUR_MILLIS = 3_600_000;
    long HOURS_PER_DAY = 24;

    /// The epoch hour whose samples are in it: those after its start, up to and at its end. Of a day the first one.
    long hour();

    static long dayOf(long hour) {
        return Math.floorDiv(hour, HOURS_PER_DAY);
    }

    /// Hours are open at their start and closed at their end, as ranges of queries and windows of tiers are.
    static long hourOf(long epochMillis) {
        return Math.floorDiv(epochMillis - 1, HOUR_MILLIS);
    }

    /// A table of the database, in order of arrival, of all tenants.
    ///
    /// @param number grows from table to table: of two samples at one time the one in the higher number counts
    record HotTable(long hour, long number) implements Part {
        static final String PREFIX = "hot_";
        static final int BITS_OF_ROWS = 40;

        static HotTable named(String name) {
            int border = name.lastIndexOf('_');
            return new HotTable(
                    Long.parseLong(name.substring(PREFIX.length(), border)),
                    Long.parseLong(name.substring(border + 1)));
        }

        String name() {
            return PREFIX + hour + "_" + number;
        }

        String quoted() {
            return '"' + name() + '"';
        }

        /// The rank of its first row among all rows; those of sealed files have rank 0.
        long firstRank() {
            return number << BITS_OF_ROWS;
        }
    }

    /// A Parquet file of one tenant, sorted by metric, series and time, one sample per time.
    ///
    /// @param path absolute
    record SealedFile(Content content, Path path, long bytes) implements Part {
        /// @param firstMetric in order of names; all of the file's metrics are from it to {@code lastMetric}
        record Content(TenantId tenant, long hour, String firstMetric, String lastMetric) {
            boolean overlaps(String first, String last) {
                return firstMetric.compareTo(last) <= 0 && first.compareTo(lastMetric) <= 0;
            }
        }

        TenantId tenant() {
            return content.tenant();
        }

        @Override
        public long hour() {
            return content.hour();
        }

        String name() {
            return String.valueOf(path.getFileName());
        }

        boolean mayHold(String metric) {
            return content.overlaps(metric, metric);
        }

        /// As a text in SQL.
        String quoted() {
            return Sql.text(path.toString());
        }
    }

    /// A Parquet file of one tenant with the rows of a tier of one day, sorted by metric, series and time.
    ///
    /// @param content its hour is the first of the day
    /// @param path absolute
    record TierFile(Tier tier, SealedFile.Content content, Path path, long bytes) implements Part {
        TenantId tenant() {
            return content.tenant();
        }

        @Override
        public long hour() {
            return content.hour();
        }

        long day() {
            return dayOf(hour());
        }

        String name() {
            return String.valueOf(path.getFileName());
        }

        boolean mayHold(String metric) {
            return content.overlaps(metric, metric);
        }
    }
}
