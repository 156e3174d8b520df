// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.duckdb;

import dev.sextant.store.duckdb.Part.HotTable;
import dev.sextant.store.duckdb.Part.SealedFile;
import dev.sextant.tenant.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.jboss.logging.Logger;

/// Which sealed files count, written in the database in the same transaction that retires the hot tables they were made
/// of. What is on disk without being written here does not count and is deleted when the store opens. Belongs to the
/// writer thread.
final class SealedFiles {
    private static final Logger LOG = Logger.getLogger(SealedFiles.class);

    private final DuckDBConnection connection;
    private final Path folder;

    SealedFiles(DuckDBConnection connection, Path folder) throws SQLException {
        this.connection = connection;
        this.folder = folder;
        Sql.execute(
                connection,
                "create table if not exists sealed"
                        + "(tenant varchar, hour bigint, name varchar, first_metric varchar, last_metric varchar)");
        Sql.execute(connection, "create table if not exists retired(name varchar)");
    }

    /// The files that count. Finishes first what a process that was killed had begun.
    List<SealedFile> recover() throws SQLException, IOException {
        for (var table : names("select name from retired")) {
            drop(HotTable.named(table));
        }
        var known = load();
        var paths = new HashSet<Path>();
        known.forEach(file -> paths.add(file.path()));
        Files.createDirectories(folder);
        for (var file : filesBelow(folder)) {
            if (!paths.remove(file)) {
                Files.delete(file);
            }
        }
        paths.forEach(missing ->
                LOG.errorf(
                        "the sealed file %s is not there any more; its samples are missing",
                        missing));
        return known.stream().filter(file -> !paths.contains(file.path())).toList();
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
            Sql.execute(
                    connection,
                    switch (part) {
                        case HotTable table ->
                                "insert into retired values (%s)".formatted(Sql.text(table.name()));
                        case SealedFile file ->
                                "delete from sealed where tenant = %s and name = %s"
                                        .formatted(
                                                Sql.text(file.tenant().value()),
                                                Sql.text(file.name()));
                    });
        }
    }

    /// Deletes parts that nobody reads any more.
    void delete(Collection<Part> retired) throws SQLException {
        for (var part : retired) {
            switch (part) {
                case HotTable table -> drop(table);
                case SealedFile file -> delete(file);
            }
        }
    }

    /// Within the open transaction.
    void rewriteWithout(TenantId tenant) throws SQLException {
        Sql.execute(
                connection,
                "create or replace table sealed as select * from sealed where tenant <> "
                        + Sql.text(tenant.value()));
    }

    /// Deletes all of a tenant's files, whether or not they count, and somebody reads them.
    void deleteAll(TenantId tenant) throws IOException {
        var home = folder.resolve(tenant.value());
        if (Files.exists(home)) {
            for (var file : filesBelow(home)) {
                Files.delete(file);
            }
            Files.delete(home);
        }
    }

    private List<SealedFile> load() throws SQLException {
        var known = new ArrayList<SealedFile>();
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "select tenant, hour, first_metric, last_metric, name from sealed")) {
            while (rows.next()) {
                var content =
                        new SealedFile.Content(
                                new TenantId(rows.getString(1)),
                                rows.getLong(2),
                                rows.getString(3),
                                rows.getString(4));
                var path = folder.resolve(rows.getString(1)).resolve(rows.getString(5));
                known.add(new SealedFile(content, path, path.toFile().length()));
            }
        }
        return known;
    }

    private void drop(HotTable table) throws SQLException {
        Sql.execute(connection, "begin transaction");
        Sql.execute(connection, "drop table " + table.quoted());
        Sql.execute(connection, "delete from retired where name = " + Sql.text(table.name()));
        Sql.execute(connection, "commit");
    }

    static void delete(SealedFile file) {
        try {
            Files.deleteIfExists(file.path());
        } catch (IOException problem) {
            LOG.warnf(
                    problem,
                    "the file %s counts no more but could not be deleted; it is tried again at the next start",
                    file.path());
        }
    }

    private static List<Path> filesBelow(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
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
