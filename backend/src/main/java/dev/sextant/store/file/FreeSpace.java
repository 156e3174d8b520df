// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.file;

import java.sql.SQLException;
import org.duckdb.DuckDBConnection;

/// The blocks of the database file that hold nothing any more, but still what once stood there.
public final class FreeSpace {
    private final DuckDBConnection connection;

    public FreeSpace(DuckDBConnection connection) {
        this.connection = connection;
    }

    /// Folds the log into the file, fills all free blocks with noise and frees them again. Waits for whoever writes meanwhile.
    public void overwrite() throws SQLException {
        execute("force checkpoint");
        long rows = bytes() / Long.BYTES + 1;
        execute(
                "create or replace table noise as select hash(range) as n from range(%d)"
                        .formatted(rows));
        execute("force checkpoint");
        execute("drop table noise");
        execute("force checkpoint");
    }

    private long bytes() throws SQLException {
        try (var statement = connection.createStatement();
                var size =
                        statement.executeQuery(
                                "select free_blocks * block_size from pragma_database_size() where database_name = current_database()")) {
            return size.next() ? size.getLong(1) : 0;
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
