// SPDX-License-Identifier: Apache-2.0
package dev.sextant.outbound;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/// Where the keys of secrets are kept. Without the file the secrets are lost, with it they are open: it belongs in a backup,
/// but not beside the one of the database.
final class KeyFile {
    private static final String HEAD =
            "# Keys that seal the secrets of tenants. The first one seals; put a new one above it to change keys.\n";

    private KeyFile() {}

    /// The keys of a file, which is made, readable for its owner alone, when it is missing and may be.
    static KeyRing open(Path file, boolean mayBeMade) {
        var random = new SecureRandom();
        try {
            if (mayBeMade && !Files.exists(file)) {
                make(file, random);
            }
            return KeyRing.of(Files.readAllLines(file), random);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    "the key file %s (sextant.secrets.key-file) can't be read".formatted(file),
                    unreadable);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalStateException(
                    "the key file %s is not valid: %s".formatted(file, wrong.getMessage()), wrong);
        }
    }

    private static void make(Path file, SecureRandom random) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var mode = PosixFilePermissions.fromString("rw-------");
        var part = file.resolveSibling(file.getFileName() + "." + ProcessHandle.current().pid());
        Files.createFile(part, PosixFilePermissions.asFileAttribute(mode));
        Files.writeString(part, HEAD + KeyRing.newKey(random) + "\n", StandardOpenOption.SYNC);
        try {
            // A link, not a move: whoever was first keeps its key, and nobody reads half a file.
            Files.createLink(file, part);
        } catch (FileAlreadyExistsException _) {
            return;
        } finally {
            Files.delete(part);
        }
    }
}
