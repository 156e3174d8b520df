// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;

/// Makes files that are whole on disk once they have their names.
public final class NewFiles {
    private final Path folder;
    private final AtomicLong nextNumber = new AtomicLong();

    /// @param folder with a folder for each tenant
    public NewFiles(Path folder) {
        this.folder = folder;
    }

    /// Writes what the file is to hold.
    @FunctionalInterface
    public interface Content {
        void writeTo(Path file) throws SQLException;
    }

    /// Told how far a file has come.
    public interface Progress {
        /// It is written under a temporary name, perhaps in memory only.
        void copied();

        /// It is on disk.
        void synced();

        /// It has its name.
        void named();
    }

    /// @param prefix how its name begins
    /// @return its absolute path
    public Path make(String tenant, String prefix, Content content, Progress progress)
            throws SQLException, IOException {
        var home = folder.resolve(tenant);
        Files.createDirectories(home);
        var path = freePath(home, prefix);
        var temporary = path.resolveSibling(path.getFileName() + Leftovers.UNFINISHED);
        try {
            content.writeTo(temporary);
            progress.copied();
            sync(temporary, StandardOpenOption.WRITE);
            progress.synced();
            Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE);
            sync(home, StandardOpenOption.READ);
            sync(folder, StandardOpenOption.READ);
            progress.named();
        } finally {
            Files.deleteIfExists(temporary);
        }
        return path;
    }

    private Path freePath(Path home, String prefix) {
        Path path;
        do {
            path = home.resolve(prefix + nextNumber.getAndIncrement() + ".parquet");
        } while (Files.exists(path));
        return path;
    }

    private static void sync(Path path, StandardOpenOption how) throws IOException {
        try (var channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }
}
