// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.worker;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// This process' own folder for sockets and worker logs, readable by its user alone. It holds a lock as long as this
/// process lives, so that the next start can tell what a killed process left behind, and removes that.
final class RunFolder implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(RunFolder.class);
    private static final int LONGEST_SOCKET_PATH = 100;
    private static final String LOCK = "lock";

    private final Path folder;
    private final FileChannel lockFile;
    private final AtomicLong names = new AtomicLong();

    private RunFolder(Path folder, FileChannel lockFile) {
        this.folder = folder;
        this.lockFile = lockFile;
    }

    static RunFolder open(Path parent) throws IOException {
        var onlyMe =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        Files.createDirectories(parent, onlyMe);
        sweep(parent);
        var folder = Files.createTempDirectory(parent, "run-", onlyMe);
        if (folder.resolve("w0000.sock").toAbsolutePath().toString().length()
                > LONGEST_SOCKET_PATH) {
            throw new IOException(
                    "%s is too long for Unix domain sockets; set sextant.script.run-folder to a shorter one"
                            .formatted(folder));
        }
        var lockFile =
                FileChannel.open(
                        folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        lockFile.lock();
        return new RunFolder(folder.toAbsolutePath(), lockFile);
    }

    /// Names for the files of the next worker.
    WorkerFiles next() {
        var name = "w" + names.incrementAndGet();
        return new WorkerFiles(
                folder, folder.resolve(name + ".sock"), folder.resolve(name + ".log"));
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
        delete(folder);
    }

    private static void sweep(Path parent) throws IOException {
        List<Path> left;
        try (var entries = Files.list(parent)) {
            left = entries.filter(Files::isDirectory).toList();
        }
        for (var folder : left) {
            if (isAbandoned(folder)) {
                delete(folder);
                LOG.debugf("removed %s, left behind by a process that is gone", folder);
            }
        }
    }

    private static boolean isAbandoned(Path folder) throws IOException {
        var file = folder.resolve(LOCK);
        if (!Files.exists(file)) {
            return false;
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE);
                @Nullable FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (java.nio.channels.OverlappingFileLockException _) {
            // Another sandbox of this very process, as in tests, lives in it.
            return false;
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
