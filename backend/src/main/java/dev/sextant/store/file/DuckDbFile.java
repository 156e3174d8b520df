// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Properties;
import java.util.regex.Pattern;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/// The open database file. Every connection handed out is the caller's to close; the file is closed with the last one.
public final class DuckDbFile implements AutoCloseable {
    private static final Pattern HOLDER = Pattern.compile("PID (\\d+)");

    private final Path file;
    private final DuckDBConnection root;

    /// What the engine may use.
    ///
    /// @param threads of one query
    /// @param memoryLimit outside the Java heap, for example "512MB"
    /// @param checkpointThreshold size of the write-ahead log at which it is folded into the file
    public record Bounds(int threads, String memoryLimit, String checkpointThreshold) {}

    private DuckDbFile(Path file, DuckDBConnection root) {
        this.file = file;
        this.root = root;
    }

    /// @throws IllegalStateException in one sentence with the next step, when the folder cannot be used
    public static DuckDbFile open(Path folder, Bounds bounds) {
        requireWritable(folder);
        var file = folder.resolve("series.duckdb");
        try {
            var root =
                    new DuckDBDriver()
                            .connect("jdbc:duckdb:" + file, settings(folder, bounds))
                            .unwrap(DuckDBConnection.class);
            NativeLibrary.deleteCopies();
            return new DuckDbFile(file, root);
        } catch (SQLException problem) {
            throw new IllegalStateException(explain(folder, problem), problem);
        } catch (LinkageError problem) {
            throw new IllegalStateException(
                    "DuckDB's native library cannot be loaded from %s (%s); name a folder that programs may be loaded from with -Djava.io.tmpdir=DIR"
                            .formatted(System.getProperty("java.io.tmpdir"), rootOf(problem)),
                    problem);
        }
    }

    /// A further connection with auto-commit on.
    public DuckDBConnection connect() throws SQLException {
        return root.duplicate();
    }

    /// Bytes on disk, the write-ahead log included.
    public long bytes() {
        return size(file) + size(file.resolveSibling(file.getFileName() + ".wal"));
    }

    @Override
    public void close() throws SQLException {
        root.close();
    }

    private static void requireWritable(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, "writable", ".probe"));
        } catch (IOException problem) {
            throw new IllegalStateException(
                    "the data folder %s is not writable (%s); give this user write access to it or choose another one with --data"
                            .formatted(folder.toAbsolutePath(), problem),
                    problem);
        }
    }

    private static Properties settings(Path folder, Bounds bounds) {
        var settings = new Properties();
        settings.setProperty("threads", Integer.toString(bounds.threads()));
        settings.setProperty("memory_limit", bounds.memoryLimit());
        settings.setProperty("checkpoint_threshold", bounds.checkpointThreshold());
        settings.setProperty("temp_directory", folder.resolve("tmp").toString());
        settings.setProperty("preserve_insertion_order", "false");
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("allow_community_extensions", "false");
        return settings;
    }

    private static String explain(Path folder, SQLException problem) {
        var message = String.valueOf(problem.getMessage());
        if (message.contains("lock")) {
            var holder = HOLDER.matcher(message);
            return "the data folder %s is in use by another Sextant%s; stop that one or choose another folder with --data"
                    .formatted(
                            folder.toAbsolutePath(),
                            holder.find() ? " (process " + holder.group(1) + ")" : "");
        }
        return "the series in %s cannot be opened (%s); check the disk and the rights of the folder, or choose another folder with --data"
                .formatted(folder.toAbsolutePath(), message.lines().findFirst().orElse(""));
    }

    private static Throwable rootOf(Throwable problem) {
        var root = problem;
        for (var cause = root.getCause(); cause != null; cause = root.getCause()) {
            root = cause;
        }
        return root;
    }

    private static long size(Path file) {
        return file.toFile().length();
    }
}
