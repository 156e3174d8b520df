// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.duckdb;

import java.sql.SQLException;
import java.util.Arrays;
import org.duckdb.DuckDBAppender;

/// Samples of one hour that wait for their turn at an appender.
final class DeferredSamples {
    private static final int FIRST_CAPACITY = 16;

    private long[] ids = new long[FIRST_CAPACITY];
    private long[] times = new long[FIRST_CAPACITY];
    private double[] values = new double[FIRST_CAPACITY];
    private int length;

    void add(long id, long time, double value) {
        if (length == ids.length) {
            ids = Arrays.copyOf(ids, length * 2);
            times = Arrays.copyOf(times, length * 2);
            values = Arrays.copyOf(values, length * 2);
        }
        ids[length] = id;
        times[length] = time;
        values[length++] = value;
    }

    void appendTo(DuckDBAppender appender) throws SQLException {
        for (int i = 0; i < length; i++) {
            appender.beginRow().append(ids[i]).append(times[i]).append(values[i]).endRow();
        }
    }
}
