// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.sql;

import dev.sextant.outbound.AddressRefusedException;
import dev.sextant.outbound.Addresses;
import dev.sextant.outbound.SecretRefusedException;
import dev.sextant.outbound.SecretVault;
import dev.sextant.store.source.Endpoint;
import dev.sextant.store.source.Source;
import dev.sextant.store.source.SourceConfig;
import dev.sextant.store.source.SourceFailedException;
import dev.sextant.store.source.TlsMode;
import dev.sextant.tenant.TenantId;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.postgresql.ds.PGSimpleDataSource;

/// Opens a connection for each question. What the tenant gave is set piece by piece: an address of the kind `jdbc:…` has more
/// in it than addresses, and has been a way to run code.
@ApplicationScoped
public class PostgresConnections {
    private static final int SHOWN = 300;

    /// Classes of SQLSTATE that say the question was wrong, not the database: what does not fit, and what may not be.
    private static final String QUESTION_CLASSES = "22 42";

    /// How many timeouts one question may take in all.
    private static final int MOST_TIMES = 3;

    private final ScheduledExecutorService watchman =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("source-watch").factory());
    private final SecretVault secrets;
    private final Addresses addresses;

    public PostgresConnections(SecretVault secrets, SourceConfig config) {
        this.secrets = secrets;
        this.addresses =
                new Addresses(
                        config.privateAddressesFor(), "sextant.sources.private-addresses-for");
    }

    /// What is done with a connection.
    interface Work<T> {
        T with(Connection connection) throws SQLException, SourceFailedException;
    }

    <T> T inTransaction(TenantId tenant, Source source, Work<T> work) throws SourceFailedException {
        try (var connection = open(tenant, source);
                var _ = watched(connection, source)) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("set local statement_timeout = " + source.timeout().toMillis());
            }
            return work.with(connection);
        } catch (SQLException failed) {
            throw failure(failed);
        }
    }

    /// Cuts a connection whose server keeps it alive with next to nothing.
    private Watch watched(Connection connection, Source source) {
        long most = MOST_TIMES * source.timeout().toMillis();
        var end =
                watchman.schedule(
                        () -> {
                            connection.abort(Runnable::run);
                            return true;
                        },
                        most,
                        TimeUnit.MILLISECONDS);
        return () -> end.cancel(false);
    }

    private interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    @PreDestroy
    void close() {
        watchman.shutdownNow();
    }

    private Connection open(TenantId tenant, Source source)
            throws SourceFailedException, SQLException {
        if (!(source.endpoint() instanceof Endpoint.Database database)) {
            throw new IllegalStateException("source %s is no database".formatted(source.name()));
        }
        int seconds = Math.toIntExact(Math.max(1, source.timeout().toSeconds()));
        var settings = new PGSimpleDataSource();
        settings.setServerNames(new String[] {serverName(database.host())});
        settings.setPortNumbers(new int[] {database.port()});
        settings.setDatabaseName(database.name());
        settings.setUser(Objects.requireNonNull(source.spec().user()));
        settings.setConnectTimeout(seconds);
        settings.setLoginTimeout(seconds);
        settings.setSocketTimeout(seconds + 1);
        settings.setApplicationName("Sextant");
        settings.setReadOnly(true);
        settings.setSslMode(
                switch (database.tls()) {
                    case VERIFY -> "verify-full";
                    case REQUIRE -> "require";
                    case OFF -> "disable";
                });
        if (database.tls() == TlsMode.VERIFY) {
            settings.setSslfactory("org.postgresql.ssl.DefaultJavaSSLFactory");
        }
        try {
            var address = addresses.resolve(tenant, database.host());
            settings.setSocketFactory(PinnedSockets.class.getName());
            settings.setSocketFactoryArg(address.getHostAddress());
            settings.setPassword(password(tenant, source, database.host()));
        } catch (AddressRefusedException refused) {
            throw SourceFailedException.broken(refused.detail());
        } catch (SecretRefusedException refused) {
            throw SourceFailedException.broken(refused.detail());
        }
        return settings.getConnection();
    }

    private static String serverName(String host) {
        boolean isBareAddress = host.contains(":") && !host.startsWith("[");
        return isBareAddress ? "[" + host + "]" : host;
    }

    // An empty one, not none: without one the driver looks for a password file of this machine.
    private String password(TenantId tenant, Source source, String host)
            throws SecretRefusedException {
        var secret = source.spec().secret();
        return secret == null ? "" : secrets.reveal(tenant, secret, host);
    }

    private static SourceFailedException failure(SQLException failed) {
        var said = Objects.requireNonNullElse(failed.getMessage(), "unknown").lines().findFirst();
        var words = said.orElse("unknown");
        var detail =
                "the database says: "
                        + (words.length() <= SHOWN ? words : words.substring(0, SHOWN) + "…");
        var state = Objects.requireNonNullElse(failed.getSQLState(), "");
        boolean isTheQuestion =
                state.length() == 5 && QUESTION_CLASSES.contains(state.substring(0, 2));
        return isTheQuestion
                ? SourceFailedException.ofQuestion(detail)
                : SourceFailedException.broken(detail);
    }
}
