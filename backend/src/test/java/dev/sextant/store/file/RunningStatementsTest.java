// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RunningStatementsTest {
    /// Works for hours before its only row.
    private static final String ENDLESS =
            "select count(*) from range(1_000_000_000) one, range(1_000_000_000) other where one.range % 7 = other.range % 11";

    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    @Test
    void aStatementEndsSoonAfterNobodyWaitsForIt() throws SQLException {
        var looks = new AtomicBoolean();
        try (var statements = new RunningStatements();
                var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.prepareStatement(ENDLESS)) {
            assertThatThrownBy(() ->
                            statements.run(
                                    statement,
                                    // Wanted at the first look, not any more at the second.
                                    () -> looks.compareAndSet(false, true),
                                    statement::executeQuery))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("INTERRUPT");
            assertThat(looks).isTrue();

            // The connection is as good as new.
            try (var other = connection.createStatement();
                    var rows = other.executeQuery("select 42")) {
                rows.next();
                assertThat(rows.getInt(1)).isEqualTo(42);
            }
        }
    }
}
