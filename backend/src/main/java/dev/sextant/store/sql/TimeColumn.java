// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.sql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/// How a column holds times. A time between two milliseconds counts as the later one, so that ranges that meet share no point
/// and lose none.
enum TimeColumn {
    /// A point in time.
    ZONED,
    /// Date and time of day, taken as UTC.
    LOCAL,
    /// A number of milliseconds since 1970.
    MILLIS,
    /// A number of seconds since 1970.
    SECONDS;

    /// Empty when the column holds no times.
    static Optional<TimeColumn> of(ResultSetMetaData row, boolean isInSeconds) throws SQLException {
        return switch (row.getColumnType(1)) {
            case Types.TIMESTAMP_WITH_TIMEZONE -> Optional.of(ZONED);
            case Types.TIMESTAMP ->
                    Optional.of(row.getColumnTypeName(1).equals("timestamptz") ? ZONED : LOCAL);
            case Types.BIGINT,
                    Types.INTEGER,
                    Types.SMALLINT,
                    Types.NUMERIC,
                    Types.DECIMAL,
                    Types.DOUBLE,
                    Types.REAL ->
                    Optional.of(isInSeconds ? SECONDS : MILLIS);
            default -> Optional.empty();
        };
    }

    void bind(PreparedStatement statement, int place, Instant time) throws SQLException {
        switch (this) {
            case ZONED -> statement.setObject(place, time.atOffset(ZoneOffset.UTC));
            case LOCAL -> statement.setObject(place, LocalDateTime.ofInstant(time, ZoneOffset.UTC));
            case MILLIS -> statement.setLong(place, time.toEpochMilli());
            case SECONDS -> statement.setDouble(place, time.toEpochMilli() / 1_000.0);
        }
    }

    long read(ResultSet row) throws SQLException {
        return switch (this) {
            case ZONED -> millis(row.getObject(1, OffsetDateTime.class).toInstant());
            case LOCAL -> millis(row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC));
            case MILLIS -> (long) Math.ceil(row.getDouble(1));
            case SECONDS -> (long) Math.ceil(row.getDouble(1) * 1_000 - 1e-4);
        };
    }

    private static long millis(Instant time) {
        return Math.ceilDiv(time.getEpochSecond() * 1_000_000_000L + time.getNano(), 1_000_000L);
    }
}
