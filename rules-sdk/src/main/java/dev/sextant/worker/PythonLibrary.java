// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.graalvm.polyglot.io.FileSystem;

/// All the files that Python can see: its own standard library as `/lib/python3.12`, read into memory before any guest
/// runs. Neither a guest nor the runtime touches the disk through it, and no text of theirs can name a real path. It is
/// never written, so the contexts of all rules share one.
///
/// The runtime looks for its library where [#HOME_VARIABLE] points: it must be set to [#HOME] for the whole process.
final class PythonLibrary implements FileSystem {
    static final String HOME_VARIABLE = "GRAAL_PYTHONHOME";
    static final String HOME = "/";

    private static final Path ROOT = Path.of(HOME);
    private static final String REFUSED = "a rule reads and writes no files";
    private static final Set<OpenOption> READING =
            Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    private static final FileTime NO_TIME = FileTime.fromMillis(0);
    private static final byte[] NOTHING = {};

    private final Map<Path, byte[]> files = new HashMap<>();
    private final Map<Path, List<Path>> folders = new HashMap<>();

    private PythonLibrary() {}

    /// @param folder whose tree becomes the root
    static PythonLibrary read(Path folder) {
        if (!HOME.equals(System.getenv(HOME_VARIABLE))) {
            throw new IllegalStateException(
                    "Python needs the environment variable %s=%s".formatted(HOME_VARIABLE, HOME));
        }
        var library = new PythonLibrary();
        try (var found = Files.walk(folder)) {
            found.forEach(path -> library.add(folder, path));
        } catch (IOException problem) {
            throw new UncheckedIOException("no standard library of Python", problem);
        }
        return library;
    }

    private void add(Path folder, Path path) {
        var name = ROOT.resolve(folder.relativize(path).toString());
        if (!name.equals(ROOT)) {
            folders.computeIfAbsent(name.getParent(), _ -> new ArrayList<>()).add(name);
        }
        if (Files.isDirectory(path)) {
            folders.putIfAbsent(name, new ArrayList<>());
            return;
        }
        try {
            files.put(name, Files.readAllBytes(path));
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot read Python's " + name, problem);
        }
    }

    @Override
    public Path parsePath(URI uri) {
        throw new UnsupportedOperationException(REFUSED);
    }

    @Override
    public Path parsePath(String path) {
        return Path.of(path);
    }

    @Override
    public void checkAccess(Path path, Set<? extends AccessMode> modes, LinkOption... options)
            throws IOException {
        if (modes.contains(AccessMode.WRITE) || modes.contains(AccessMode.EXECUTE)) {
            throw new SecurityException(REFUSED);
        }
        var _ = content(path);
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        if (!READING.containsAll(options) || folders.containsKey(absolute(path))) {
            throw new SecurityException(REFUSED);
        }
        return new BytesChannel(content(path));
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(
            Path directory, DirectoryStream.Filter<? super Path> filter) throws IOException {
        var found = folders.get(absolute(directory));
        if (found == null) {
            throw new NoSuchFileException(directory.toString());
        }
        return new Listing(found);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options)
            throws IOException {
        if (attributes.indexOf(':') >= 0) {
            throw new UnsupportedOperationException(REFUSED);
        }
        var content = content(path);
        boolean isFolder = folders.containsKey(absolute(path));
        var all =
                Map.<String, Object>of(
                        "isDirectory", isFolder,
                        "isRegularFile", !isFolder,
                        "isSymbolicLink", false,
                        "isOther", false,
                        "size", (long) content.length,
                        "creationTime", NO_TIME,
                        "lastAccessTime", NO_TIME,
                        "lastModifiedTime", NO_TIME);
        if (attributes.equals("*")) {
            return all;
        }
        var asked = new HashMap<>(all);
        asked.keySet().retainAll(Arrays.asList(attributes.split(",")));
        return asked;
    }

    @Override
    public Path toAbsolutePath(Path path) {
        return ROOT.resolve(path);
    }

    @Override
    public Path toRealPath(Path path, LinkOption... options) throws IOException {
        var _ = content(path);
        return absolute(path);
    }

    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options) {
        throw new SecurityException(REFUSED);
    }

    @Override
    public Path getTempDirectory() {
        throw new SecurityException(REFUSED);
    }

    @Override
    public void createDirectory(Path directory, FileAttribute<?>... attributes) {
        throw new SecurityException(REFUSED);
    }

    @Override
    public void delete(Path path) {
        throw new SecurityException(REFUSED);
    }

    private static Path absolute(Path path) {
        return ROOT.resolve(path).normalize();
    }

    /// Nothing for a folder.
    private byte[] content(Path path) throws NoSuchFileException {
        var name = absolute(path);
        if (folders.containsKey(name)) {
            return NOTHING;
        }
        var content = files.get(name);
        if (content == null) {
            throw new NoSuchFileException(path.toString());
        }
        return content;
    }

    private record Listing(List<Path> paths) implements DirectoryStream<Path> {
        @Override
        public java.util.Iterator<Path> iterator() {
            return List.copyOf(paths).iterator();
        }

        @Override
        public void close() {}
    }
}
