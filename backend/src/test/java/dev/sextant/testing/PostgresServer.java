// SPDX-License-Identifier: Apache-2.0
package dev.sextant.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A real PostgreSQL server on a free loopback port for the length of a test profile; its binaries come from Maven Central.
public class PostgresServer implements QuarkusTestResourceLifecycleManager {
    private @Nullable EmbeddedPostgres server;

    @Override
    public Map<String, String> start() {
        try {
            server =
                    EmbeddedPostgres.builder()
                            .setServerConfig("fsync", "off")
                            .setServerConfig("listen_addresses", "127.0.0.1")
                            .start();
        } catch (IOException problem) {
            throw new UncheckedIOException("the test's PostgreSQL server did not start", problem);
        }
        return Map.of(
                "quarkus.datasource.jdbc.url",
                server.getJdbcUrl("postgres", "postgres"),
                "quarkus.datasource.username",
                "postgres");
    }

    @Override
    public void stop() {
        if (server == null) {
            return;
        }
        try {
            server.close();
        } catch (IOException problem) {
            throw new UncheckedIOException("the test's PostgreSQL server did not stop", problem);
        }
    }
}
