// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.duckdb;

import dev.sextant.store.duckdb.Part.HotTable;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;
import org.jspecify.annotations.Nullable;

/// Samples as rows that DuckDB fetches for an `insert`, which costs half of what its appender costs: that one hands over
/// every 2,048 rows by themselves. Belongs to the writer thread; DuckDB may fetch on another one.
final class RowFeed implements DuckDBTableFunction<String, String, String> {
    private static final String NAME = "samples_to_write";
    private static final String NOTHING = "";

    private final DuckDBConnection connection;
    private final AtomicReference<Reading> reading = new AtomicReference<>(Reading.NONE);

    private @Nullable PreparedStatement insert;
    private @Nullable HotTable table;

    /// @param next the first row that was not fetched yet
    private record Reading(HourSamples samples, int next) {
        static final Reading NONE = new Reading(new HourSamples(), 0);
    }

    private RowFeed(DuckDBConnection connection) {
        this.connection = connection;
    }

    /// Makes it known to the connection's data base.
    static RowFeed register(DuckDBConnection connection) throws SQLException {
        var feed = new RowFeed(connection);
        try (var function = DuckDBFunctions.tableFunction()) {
            function.withName(NAME).withFunction(feed).register(connection);
        }
        return feed;
    }

    /// Within the open transaction.
    void insert(HotTable table, HourSamples samples) throws SQLException {
        reading.set(new Reading(samples, 0));
        try {
            inserting(table).execute();
        } finally {
            reading.set(Reading.NONE);
        }
    }

    /// Planned once for a table: senders of few samples commit often.
    private PreparedStatement inserting(HotTable into) throws SQLException {
        var known = insert;
        if (known == null || !Objects.equals(into, table)) {
            if (known != null) {
                known.close();
            }
            known =
                    connection.prepareStatement(
                            "insert into %s select * from %s()".formatted(into.quoted(), NAME));
            insert = known;
            table = into;
        }
        return known;
    }

    /// The next insert is planned anew: its table may be another one by then.
    void forget() {
        table = null;
    }

    @Override
    public String bind(DuckDBTableFunctionBindInfo rows) throws SQLException {
        rows.addResultColumn("series", Long.class);
        rows.addResultColumn("at", Long.class);
        rows.addResultColumn("value", Double.class);
        return NOTHING;
    }

    @Override
    public String init(DuckDBTableFunctionInitInfo threads) throws SQLException {
        threads.setMaxThreads(1);
        return NOTHING;
    }

    @Override
    public long apply(DuckDBTableFunctionCallInfo call, DuckDBDataChunkWriter rows)
            throws SQLException {
        var now = reading.get();
        int count = (int) Math.min(rows.capacity(), now.samples().length() - now.next());
        now.samples().write(now.next(), count, rows);
        reading.set(new Reading(now.samples(), now.next() + count));
        return count;
    }

    /// Samples of one hour on their way into its table.
    static final class HourSamples {
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

        int length() {
            return length;
        }

        void clear() {
            length = 0;
        }

        /// Writes rows of number, time and value.
        void write(int first, int count, DuckDBDataChunkWriter rows) {
            var id = rows.vector(0);
            var time = rows.vector(1);
            var value = rows.vector(2);
            for (int row = 0; row < count; row++) {
                id.setLong(row, ids[first + row]);
                time.setLong(row, times[first + row]);
                value.setDouble(row, values[first + row]);
            }
        }
    }
}
