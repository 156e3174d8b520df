// SPDX-License-Identifier: Apache-2.0
package dev.sextant.acceptance;

import dev.sextant.testing.RunningSextant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives all tests that ask for a [RunningSextant] the same one, so that it starts once. They must not end it, and each
/// uses names of its own.
public final class SharedSextant implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(SharedSextant.class);

    /// Ends the process when the last test is done.
    private record Holder(RunningSextant sextant) implements AutoCloseable {
        @Override
        public void close() {
            sextant.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningSextant.class;
    }

    @Override
    public RunningSextant resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var store = context.getRoot().getStore(NAMESPACE);
        return store.computeIfAbsent(Holder.class, _ -> start(), Holder.class).sextant();
    }

    private static Holder start() {
        try {
            var folder =
                    Files.createTempDirectory(Path.of("target"), "acceptance-").toAbsolutePath();
            var settings = Map.of("sextant.ingest.host.every", "1s");
            return new Holder(RunningSextant.start(folder.resolve("data"), settings));
        } catch (IOException problem) {
            throw new UncheckedIOException("no folder for the shared Sextant", problem);
        }
    }
}
