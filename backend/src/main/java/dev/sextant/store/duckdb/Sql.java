// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.duckdb;

import dev.sextant.store.duckdb.Part.SealedFile;
import dev.sextant.store.duckdb.Part.TierFile;
import java.sql.SQLException;
import java.util.Collection;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;

/// Pieces of SQL that several classes write.
final class Sql {
    private Sql() {}

    static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    static String files(Collection<SealedFile> files) {
        return files.stream()
                .map(SealedFile::quoted)
                .collect(Collectors.joining(", ", "read_parquet([", "])"));
    }

    static String tiers(Collection<TierFile> files) {
        return files.stream()
                .map(file -> text(file.path().toString()))
                .collect(Collectors.joining(", ", "read_parquet([", "])"));
    }

    static void execute(DuckDBConnection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
