// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.duckdb;

import dev.sextant.store.Tier;
import dev.sextant.store.duckdb.Part.SealedFile;
import dev.sextant.store.duckdb.Part.TierFile;
import dev.sextant.tenant.TenantId;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;

/// Which files of tiers count, for which hours their rows speak, and from where on each tenant's samples are all kept:
/// written in the database in the same transaction that makes it so. Belongs to the writer thread.
final class TierFiles {
    private final DuckDBConnection connection;
    private final Path folder;

    TierFiles(DuckDBConnection connection, Path folder) throws SQLException {
        this.connection = connection;
        this.folder = folder;
        Sql.execute(
                connection,
                "create table if not exists tiers"
                        + "(tenant varchar, tier varchar, hour bigint, name varchar, first_metric varchar, last_metric varchar)");
        Sql.execute(
                connection, "create table if not exists summed_up(tenant varchar, hour bigint)");
        Sql.execute(
                connection, "create table if not exists kept_from(tenant varchar, hour bigint)");
    }

    /// The files that are written down.
    List<TierFile> load() throws SQLException {
        var known = new ArrayList<TierFile>();
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "select tenant, hour, first_metric, last_metric, tier, name from tiers")) {
            while (rows.next()) {
                var content = SealedFiles.content(rows);
                var path = folder.resolve(content.tenant().value()).resolve(rows.getString(6));
                known.add(
                        new TierFile(
                                Tier.valueOf(rows.getString(5)),
                                content,
                                path,
                                path.toFile().length()));
            }
        }
        return known;
    }

    /// Tells the parts what is known of hours.
    void loadHours(Parts parts) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select tenant, hour from summed_up")) {
            while (rows.next()) {
                parts.summedUp(new TenantId(rows.getString(1)), List.of(rows.getLong(2)));
            }
        }
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select tenant, hour from kept_from")) {
            while (rows.next()) {
                parts.keptFrom(new TenantId(rows.getString(1)), rows.getLong(2));
            }
        }
    }

    /// Within the open transaction.
    void insert(Collection<TierFile> fresh) throws SQLException {
        try (var appender = connection.createAppender("tiers")) {
            for (var file : fresh) {
                appender.beginRow()
                        .append(file.tenant().value())
                        .append(file.tier().name())
                        .append(file.hour())
                        .append(file.name())
                        .append(file.content().firstMetric())
                        .append(file.content().lastMetric())
                        .endRow();
            }
        }
    }

    /// Within the open transaction.
    void summedUp(TenantId tenant, Collection<Long> hours) throws SQLException {
        try (var appender = connection.createAppender("summed_up")) {
            for (long hour : hours) {
                appender.beginRow().append(tenant.value()).append(hour).endRow();
            }
        }
    }

    /// Within the open transaction: no row speaks for these hours of their tenants any more.
    void changed(Collection<SealedFile> fresh) throws SQLException {
        if (!fresh.isEmpty()) {
            var hours =
                    fresh.stream()
                            .map(file ->
                                    "(%s, %d)"
                                            .formatted(
                                                    Sql.text(file.tenant().value()), file.hour()))
                            .distinct()
                            .collect(Collectors.joining(", "));
            Sql.execute(
                    connection, "delete from summed_up where (tenant, hour) in (" + hours + ")");
        }
    }

    /// Within the open transaction.
    void keptFrom(TenantId tenant, long hour) throws SQLException {
        var owner = Sql.text(tenant.value());
        Sql.execute(connection, "delete from kept_from where tenant = " + owner);
        Sql.execute(connection, "insert into kept_from values (%s, %d)".formatted(owner, hour));
        Sql.execute(
                connection,
                "delete from summed_up where tenant = %s and hour < %d".formatted(owner, hour));
    }

    /// Within the open transaction.
    void rewriteWithout(TenantId tenant) throws SQLException {
        for (var table : List.of("tiers", "summed_up", "kept_from")) {
            Sql.execute(
                    connection,
                    "create or replace table %1$s as select * from %1$s where tenant <> %2$s"
                            .formatted(table, Sql.text(tenant.value())));
        }
    }
}
