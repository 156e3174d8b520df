// SPDX-License-Identifier: Apache-2.0
package dev.sextant.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/// That each profile runs on the database it names.
@QuarkusTest
class DatabaseTest {
    @Inject DataSource source;

    @Test
    void runsOnItsDatabase() throws SQLException {
        try (var connection = source.getConnection()) {
            assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo(product());
        }
    }

    String product() {
        return "H2";
    }

    @QuarkusTest
    @TestProfile(PostgresProfile.class)
    static class OnPostgres extends DatabaseTest {
        @Override
        String product() {
            return "PostgreSQL";
        }
    }
}
