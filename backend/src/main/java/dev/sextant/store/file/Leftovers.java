// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/// What lies in a folder of files without counting. What a process that was killed left half-made is deleted; what nobody
/// knows (a file put back from a backup, or a database that is older than its files) is somebody's data and is set aside.
public final class Leftovers {
    public static final String UNFINISHED = ".part";

    private static final Logger LOG = Logger.getLogger(Leftovers.class);
    private static final String ASIDE = "set-aside";

    private Leftovers() {}

    /// Clears a folder, which is made if it is not there.
    ///
    /// @param known the files that count
    /// @param isRubbish whether the file of this path within the folder was being made, or was replaced
    /// @return those that count and are not there
    public static Set<Path> clear(Path folder, Collection<Path> known, Predicate<Path> isRubbish)
            throws IOException {
        Files.createDirectories(folder);
        var found = filesBelow(folder);
        for (var file : found) {
            var name = String.valueOf(file.getFileName());
            if (known.contains(file)) {
                continue;
            }
            if (name.endsWith(UNFINISHED) || isRubbish.test(folder.relativize(file))) {
                Files.delete(file);
            } else {
                setAside(folder, file);
            }
        }
        return known.stream().filter(file -> !found.contains(file)).collect(Collectors.toSet());
    }

    private static void setAside(Path folder, Path file) throws IOException {
        var aside =
                folder.resolveSibling(ASIDE)
                        .resolve(folder.relativize(file.resolveSibling(freeName(folder, file))));
        Files.createDirectories(aside.getParent());
        Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
        LOG.warnf(
                "the database knows nothing of the file %s; its samples are not shown. It lies in %s now: import it, or delete it",
                file, aside);
    }

    private static String freeName(Path folder, Path file) {
        var name = String.valueOf(file.getFileName());
        var home = folder.resolveSibling(ASIDE).resolve(folder.relativize(file));
        var free = name;
        for (int i = 1; Files.exists(home.resolveSibling(free)); i++) {
            free = name + "." + i;
        }
        return free;
    }

    /// Deletes a tenant's files of all kinds, whether or not they count, and somebody reads them.
    public static void deleteAll(String tenant, List<Path> folders) throws IOException {
        for (var folder : folders) {
            delete(folder.resolve(tenant));
            delete(folder.resolveSibling(ASIDE).resolve(tenant));
        }
    }

    private static void delete(Path home) throws IOException {
        if (Files.exists(home)) {
            for (var file : filesBelow(home)) {
                Files.delete(file);
            }
            Files.delete(home);
        }
    }

    private static List<Path> filesBelow(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
