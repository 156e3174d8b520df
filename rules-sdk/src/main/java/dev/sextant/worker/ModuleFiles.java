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
import java.util.Map;
import java.util.Set;
import org.graalvm.polyglot.io.FileSystem;
import org.jspecify.annotations.Nullable;

/// All the files that a guest can see: the module "sextant". It never touches the disk; what a rule tried to import
/// instead is kept for the error message.
final class ModuleFiles implements FileSystem {
    private static final Path ROOT = Path.of("/");
    private static final Path SEXTANT = Path.of("/sextant");

    private final byte[] module;
    private @Nullable String refused;

    ModuleFiles(String module) {
        this.module = module.getBytes(UTF_8);
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
        return ROOT.resolve(path).normalize();
    }

    @Override
    public void checkAccess(Path path, Set<? extends AccessMode> modes, LinkOption... options)
            throws IOException {
        onlyModule(path);
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        onlyModule(path);
        return new BytesChannel(module);
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

    private void onlyModule(Path path) throws NoSuchFileException {
        if (!SEXTANT.equals(path)) {
            refused = path.toString().substring(1);
            throw new NoSuchFileException(refused);
        }
    }
}
