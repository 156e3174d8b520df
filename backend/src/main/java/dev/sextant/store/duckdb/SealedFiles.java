// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.duckdb;

import dev.sextant.store.duckdb.Part.HotTable;
import dev.sextant.store.duckdb.Part.SealedFile;
import dev.sextant.store.duckdb.Part.TierFile;
import dev.sextant.store.file.Leftovers;
import dev.sextant.tenant.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.jboss.logging.Logger;

/// Which sealed files count, written in the database in the same transaction that retires the hot tables they were made
/// of. What was being made when a process was killed, and what was replaced, is written down, too, so that it can be
/// deleted when the store opens; any other file is set aside then. Belongs to the writer thread.
final class SealedFiles {
    private static final Logger LOG = Logger.getLogger(SealedFiles.class);

    private final DuckDBConnection connection;
    private final Path folder;
    private final TierFiles tiers;

    SealedFiles(DuckDBConnection connection, Path folder) throws SQLException {
        this.connection = connection;
        this.folder = folder;
        this.tiers = new TierFiles(connection, tierFolder());
        Sql.execute(
                connection,
                "create table if not exists sealed"
                        + "(tenant varchar, hour bigint, name varchar, first_metric varchar, last_metric varchar)");
        Sql.execute(connection, "create table if not exists retired(name varchar)");
        Sql.execute(connection, "create table if not exists retired_files(name varchar)");
        Sql.execute(connection, "create table if not exists making(prefix varchar)");
    }

    private Path tierFolder() {
        return folder.resolveSibling("tiers");
    }

    TierFiles tiers() {
        return tiers;
    }

    /// Shows the files that count. Finishes first what a process that was killed had begun.
    void recover(Parts parts) throws SQLException, IOException {
        for (var table : names("select name from retired")) {
            drop(HotTable.named(table));
        }
        var replaced = new HashSet<>(names("select name from retired_files"));
        var prefixes = names("select prefix from making");
        Predicate<Path> isRubbish =
                file ->
                        replaced.contains(file.toString().replace('\\', '/'))
                                || prefixes.stream()
                                        .anyMatch(String.valueOf(file.getFileName())::startsWith);
        var files = load();
        var paths = files.stream().map(SealedFile::path).collect(Collectors.toSet());
        var missing = Leftovers.clear(folder, paths, isRubbish);
        var summed = tiers.load();
        var summedPaths = summed.stream().map(TierFile::path).collect(Collectors.toSet());
        missing.addAll(Leftovers.clear(tierFolder(), summedPaths, isRubbish));
        Sql.execute(connection, "delete from retired_files");
        Sql.execute(connection, "delete from making");
        missing.forEach(file ->
                LOG.errorf(
                        "the sealed file %s is not there any more; its samples are missing", file));
        parts.add(files.stream().filter(file -> !missing.contains(file.path())).toList());
        parts.add(summed.stream().filter(file -> !missing.contains(file.path())).toList());
        tiers.loadHours(parts);
    }

    /// Writes down that files are about to be made whose names begin so.
    void announce(String prefix) throws SQLException {
        Sql.execute(connection, "insert into making values (%s)".formatted(Sql.text(prefix)));
    }

    /// Within the open transaction: they are made.
    void made(String prefix) throws SQLException {
        Sql.execute(connection, "delete from making where prefix = " + Sql.text(prefix));
    }

    /// Within the open transaction.
    void insert(Collection<SealedFile> fresh) throws SQLException {
        try (var appender = connection.createAppender("sealed")) {
            for (var file : fresh) {
                appender.beginRow()
                        .append(file.tenant().value())
                        .append(file.hour())
                        .append(file.name())
                        .append(file.content().firstMetric())
                        .append(file.content().lastMetric())
                        .endRow();
            }
        }
    }

    /// Within the open transaction: from its commit on these parts do not count.
    void retire(Collection<? extends Part> gone) throws SQLException {
        for (var part : gone) {
            switch (part) {
                case HotTable table -> note("retired", table.name());
                case SealedFile file -> retire("sealed", file.tenant(), file.name());
                case TierFile file -> retire("tiers", file.tenant(), file.name());
            }
        }
    }

    private void retire(String table, TenantId tenant, String name) throws SQLException {
        Sql.execute(
                connection,
                "delete from %s where tenant = %s and name = %s"
                        .formatted(table, Sql.text(tenant.value()), Sql.text(name)));
        note("retired_files", pathOf(tenant, name));
    }

    private static String pathOf(TenantId tenant, String name) {
        return tenant.value() + '/' + name;
    }

    private void note(String table, String name) throws SQLException {
        Sql.execute(connection, "insert into %s values (%s)".formatted(table, Sql.text(name)));
    }

    /// Deletes parts that nobody reads any more.
    void delete(Collection<Part> retired) throws SQLException {
        for (var part : retired) {
            switch (part) {
                case HotTable table -> drop(table);
                case SealedFile file -> delete(file.path(), pathOf(file.tenant(), file.name()));
                case TierFile file -> delete(file.path(), pathOf(file.tenant(), file.name()));
            }
        }
    }

    private void delete(Path file, String name) throws SQLException {
        if (delete(file)) {
            Sql.execute(connection, "delete from retired_files where name = " + Sql.text(name));
        }
    }

    /// Within the open transaction.
    void rewriteWithout(TenantId tenant) throws SQLException {
        Sql.execute(
                connection,
                "create or replace table sealed as select * from sealed where tenant <> "
                        + Sql.text(tenant.value()));
        Sql.execute(
                connection,
                "create or replace table retired_files as select * from retired_files where not starts_with(name, %s)"
                        .formatted(Sql.text(pathOf(tenant, ""))));
        tiers.rewriteWithout(tenant);
    }

    /// Deletes all of a tenant's files, whether or not they count, and somebody reads them.
    void deleteAll(TenantId tenant) throws IOException {
        Leftovers.deleteAll(tenant.value(), List.of(folder, tierFolder()));
    }

    private List<SealedFile> load() throws SQLException {
        var known = new ArrayList<SealedFile>();
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "select tenant, hour, first_metric, last_metric, name from sealed")) {
            while (rows.next()) {
                var content = content(rows);
                var path = folder.resolve(content.tenant().value()).resolve(rows.getString(5));
                known.add(new SealedFile(content, path, path.toFile().length()));
            }
        }
        return known;
    }

    /// Of a row that begins with the tenant, the hour and the first and the last metric.
    static SealedFile.Content content(ResultSet rows) throws SQLException {
        return new SealedFile.Content(
                new TenantId(rows.getString(1)),
                rows.getLong(2),
                rows.getString(3),
                rows.getString(4));
    }

    private void drop(HotTable table) throws SQLException {
        Sql.execute(connection, "begin transaction");
        Sql.execute(connection, "drop table " + table.quoted());
        Sql.execute(connection, "delete from retired where name = " + Sql.text(table.name()));
        Sql.execute(connection, "commit");
    }

    static boolean delete(Path file) {
        try {
            Files.deleteIfExists(file);
            return true;
        } catch (IOException problem) {
            LOG.warnf(
                    problem,
                    "the file %s counts no more but could not be deleted; it is tried again at the next start",
                    file);
            return false;
        }
    }

    private List<String> names(String query) throws SQLException {
        var names = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
