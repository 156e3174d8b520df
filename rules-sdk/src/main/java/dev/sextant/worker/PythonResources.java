// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.graalvm.polyglot.Engine;

/// Lays out Python's standard library for the workers, at build time: `PythonResources <folder>`. A worker neither
/// unpacks nor writes anything. What no rule may import, and nothing that it may import uses, is left out.
public final class PythonResources {
    /// Modules that the allowed ones use, and packages of them.
    private static final Set<String> KEPT =
            Set.of(
                    ("__future__ _collections_abc _compat_pickle _compression _py_abc _pydatetime _pydecimal"
                                    + " _sitebuiltins _strptime _weakrefset abc ast base64 bisect calendar codecs"
                                    + " collections contextlib contextvars copy copyreg dataclasses datetime decimal"
                                    + " dis encodings enum fractions functools genericpath heapq importlib"
                                    + " inspect io json keyword linecache locale numbers opcode operator os posixpath"
                                    + " random re reprlib site stat statistics string struct textwrap threading token"
                                    + " tokenize traceback types typing warnings weakref zipimport")
                            .split(" "));

    private static final List<String> LEFT_OUT =
            List.of("include", "lib/graalpy25.0/patches", "lib/graalpy25.0/modules/standalone");

    private PythonResources() {}

    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        var home = folder.resolve("python").resolve("python-home");
        if (!Files.isDirectory(home)) {
            layOut(folder, home);
        }
        if (!Files.isDirectory(home.resolve("lib/python3.12/__pycache__"))) {
            PythonByteCode.compile(home);
        }
    }

    private static void layOut(Path folder, Path home) throws IOException {
        Engine.copyResources(folder, "python");
        for (var name : LEFT_OUT) {
            delete(home.resolve(name));
        }
        try (var files = Files.list(home.resolve("lib/python3.12"))) {
            files.filter(file -> !KEPT.contains(moduleOf(file))).forEach(PythonResources::delete);
        }
        try (var files = Files.list(home.resolve("lib/graalpy25.0/modules"))) {
            files.filter(file -> file.toString().endsWith(".so")).forEach(PythonResources::delete);
        }
    }

    private static String moduleOf(Path file) {
        return file.getFileName().toString().replace(".py", "");
    }

    private static void delete(Path path) {
        try (var below = Files.walk(path)) {
            for (var file : below.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot leave out " + path, problem);
        }
    }
}
