// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.DirectoryStream;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.graalvm.polyglot.io.FileSystem;
import org.jspecify.annotations.Nullable;

/// All the files that a guest can see: the SDK's own modules and the tenant's, in one tree that ends at its root. It never
/// touches the disk; what a program tried to import instead is kept for the error message.
final class ModuleFiles implements FileSystem {
    private static final int LONGEST_NAME = 200;
    private static final Path ROOT = Path.of("/");

    private final Map<Path, byte[]> files = new HashMap<>();
    private @Nullable String refused;

    /// @param name a path in the tree, such as "shared/budget.js"; what stands there already stays
    void add(String name, String text) {
        files.putIfAbsent(parsePath(name), text.getBytes(UTF_8));
    }

    boolean has(@Nullable String path) {
        return path != null && isName(path) && files.containsKey(ROOT.resolve(path).normalize());
    }

    /// The last name that a guest asked for in vain, or null.
    @Nullable String refused() {
        return refused;
    }

    @Override
    public Path parsePath(URI uri) {
        refused = uri.toString();
        throw new UnsupportedOperationException("modules have no addresses");
    }

    @Override
    public Path parsePath(String path) {
        if (!isName(path)) {
            refused = path.substring(0, Math.min(path.length(), LONGEST_NAME));
            throw new UnsupportedOperationException("no module is called that");
        }
        return ROOT.resolve(path).normalize();
    }

    @Override
    public void checkAccess(Path path, Set<? extends AccessMode> modes, LinkOption... options)
            throws IOException {
        var _ = content(path);
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        return new BytesChannel(content(path));
    }

    @Override
    public Path toAbsolutePath(Path path) {
        return ROOT.resolve(path);
    }

    @Override
    public Path toRealPath(Path path, LinkOption... options) throws IOException {
        return ROOT.resolve(path).normalize();
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options)
            throws IOException {
        throw new NoSuchFileException(path.toString());
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(
            Path directory, DirectoryStream.Filter<? super Path> filter) {
        throw new SecurityException("a rule sees no folders");
    }

    @Override
    public void createDirectory(Path directory, FileAttribute<?>... attributes) {
        throw new SecurityException("a rule writes no files");
    }

    @Override
    public void delete(Path path) {
        throw new SecurityException("a rule deletes no files");
    }

    private static boolean isName(String path) {
        return path.length() <= LONGEST_NAME && path.indexOf('\0') < 0;
    }

    private byte[] content(Path path) throws NoSuchFileException {
        var content = files.get(path);
        if (content == null) {
            refused = path.toString().substring(1);
            throw new NoSuchFileException(refused);
        }
        return content;
    }
}
