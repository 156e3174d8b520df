// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.ByteSequence;

/// Compiles Python's standard library at build time, beside its sources: with that, a context imports a module in about
/// half of the time, and parses nothing. The files name the paths at which workers see them.
final class PythonByteCode {
    /// The file is taken as it is, without a look at its source, whose time is unknown in a worker.
    private static final String COMPILER =
            """
            import sys
            import _imp
            from importlib import _bootstrap_external as loader

            def compiled(path, name):
                with open(path, "rb") as file:
                    source = file.read()
                code = compile(source, name, "exec", dont_inherit=True, optimize=0)
                return bytes(loader._code_to_hash_pyc(code, _imp.source_hash(loader._RAW_MAGIC_NUMBER, source), False))

            (compiled, sys.implementation.cache_tag)
            """;

    private PythonByteCode() {}

    /// @param home the folder that workers see as the root
    static void compile(Path home) throws IOException {
        try (var context =
                        Context.newBuilder("python")
                                .allowAllAccess(true)
                                .allowExperimentalOptions(true)
                                .option("engine.WarnInterpreterOnly", "false")
                                .option("python.PythonHome", home.toAbsolutePath().toString())
                                .build();
                var found = Files.walk(home.resolve("lib/python3.12"))) {
            var compiler = context.eval("python", COMPILER);
            for (var source : sources(found.toList())) {
                var name = "/" + home.relativize(source);
                var code =
                        compiler.getArrayElement(0)
                                .execute(source.toAbsolutePath().toString(), name);
                write(source, compiler.getArrayElement(1).asString(), code);
            }
        }
    }

    /// Not the hundred encodings, of which a context loads two.
    private static List<Path> sources(List<Path> files) {
        return files.stream()
                .filter(file -> file.toString().endsWith(".py"))
                .filter(file -> !file.toString().contains("/encodings/"))
                .toList();
    }

    private static void write(Path source, String tag, Value code) throws IOException {
        var folder = Files.createDirectories(source.resolveSibling("__pycache__"));
        var name = source.getFileName().toString().replace(".py", "." + tag + ".pyc");
        Files.write(folder.resolve(name), code.as(ByteSequence.class).toByteArray());
    }
}
