// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import org.graalvm.polyglot.Source;

/// The Python side of the SDK. Its parts are written as modules of a package, for readers and editors; here they become
/// one source, which an engine parses once for all its contexts.
final class PythonPrelude {
    private static final String FOLDER = "/prelude/python/";

    /// In the order of what they need of one another.
    private static final List<String> PARTS =
            List.of(
                    "world.py",
                    "values.py",
                    "durations.py",
                    "texts.py",
                    "parameters.py",
                    "header.py",
                    "policy.py",
                    "later.py",
                    "rows.py",
                    "charts.py",
                    "drawings.py",
                    "findings.py",
                    "shapes.py",
                    "verdicts.py",
                    "arguments.py",
                    "terminals.py",
                    "entities.py",
                    "frames.py",
                    "algorithms.py",
                    "watch.py",
                    "guests.py",
                    "modules.py",
                    "problems.py",
                    "own.py",
                    "start.py");

    private static final List<String> TESTING_PARTS =
            List.of("curves.py", "testing_graph.py", "testing.py");

    private static final Pattern IMPORT = Pattern.compile("(?m)^from \\..*$");

    private PythonPrelude() {}

    /// Leaves the name `entrances` in the context that runs it.
    static Source source() {
        return joined(PARTS, "sextant");
    }

    /// "sextant.testing", for contexts that read a test file; runs after [#source] and adds to its entrances.
    static Source testing() {
        return joined(TESTING_PARTS, "sextant.testing");
    }

    private static Source joined(List<String> parts, String name) {
        var text = new StringBuilder();
        for (var part : parts) {
            text.append(IMPORT.matcher(read(part)).replaceAll(""));
        }
        return Source.newBuilder("python", text, name).buildLiteral();
    }

    private static String read(String part) {
        try (var stream = PythonPrelude.class.getResourceAsStream(FOLDER + part)) {
            if (stream == null) {
                throw new IllegalStateException("the worker's jar lacks " + FOLDER + part);
            }
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot read " + FOLDER + part, problem);
        }
    }
}
