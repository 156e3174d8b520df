// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.file;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jboss.logging.Logger;

/// Sees to it that no copy of DuckDB's native library is left behind. The driver unpacks 72 MB into the JVM's temporary
/// folder at each start and deletes them on an orderly exit only. A mapped file may be unlinked on Linux, so ours goes as
/// soon as it is loaded; what a process that was killed while loading left there goes at the next start.
final class NativeLibrary {
    private static final Logger LOG = Logger.getLogger(NativeLibrary.class);
    private static final Path MAPPED = Path.of("/proc/self/maps");
    private static final String NAME = "libduckdb_java";
    private static final Duration LOADING_TAKES_LESS_THAN = Duration.ofMinutes(30);

    private NativeLibrary() {}

    /// Call when the library is loaded.
    static void deleteCopies() {
        try {
            if (Files.isReadable(MAPPED)) {
                deleteMapped();
            }
            deleteStale(Path.of(System.getProperty("java.io.tmpdir", "/tmp")));
        } catch (IOException problem) {
            LOG.debugf(problem, "copies of DuckDB's native library stay in the temporary folder");
        }
    }

    private static void deleteMapped() throws IOException {
        try (var lines = Files.lines(MAPPED)) {
            var copies =
                    lines.filter(line -> line.contains("/" + NAME) && line.endsWith(".so"))
                            .map(line -> Path.of(line.substring(line.indexOf('/'))))
                            .distinct()
                            .toList();
            for (var copy : copies) {
                Files.deleteIfExists(copy);
            }
        }
    }

    private static void deleteStale(Path folder) throws IOException {
        long border =
                ManagementFactory.getRuntimeMXBean().getStartTime()
                        - LOADING_TAKES_LESS_THAN.toMillis();
        try (DirectoryStream<Path> copies = Files.newDirectoryStream(folder, NAME + "*.so")) {
            for (var copy : copies) {
                if (Files.getLastModifiedTime(copy).toMillis() < border) {
                    Files.deleteIfExists(copy);
                }
            }
        }
    }
}
