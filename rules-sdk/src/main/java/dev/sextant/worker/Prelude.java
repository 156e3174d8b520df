// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.graalvm.polyglot.Source;

/// The JavaScript side of the SDK. Its parts are written as modules, for readers and editors; here they become one
/// script, since a fresh context evaluates one cached source in a fraction of the time that ten modules take. The
/// script is a function of `host` and `settings`, which the parts import from "./host.js", a file that does not exist.
final class Prelude {
    private static final String FOLDER = "/prelude/javascript/";

    /// In the order of what they need of one another; `world` keeps the built-ins before anything else runs.
    private static final List<String> PARTS =
            List.of(
                    "world.js",
                    "values.js",
                    "parameters.js",
                    "header.js",
                    "later.js",
                    "charts.js",
                    "drawings.js",
                    "rows.js",
                    "findings.js",
                    "verdicts.js",
                    "arguments.js",
                    "selections.js",
                    "terminals.js",
                    "entities.js",
                    "frames.js",
                    "algorithms.js",
                    "own.js",
                    "start.js");

    private static final List<String> TESTING_PARTS =
            List.of("curves.js", "testing-graph.js", "testing.js");

    private static final Pattern LENT = Pattern.compile("(?m)^import \\{(.*)} from \"./(.*)\";$");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import [^;]*;$");
    private static final Pattern EXPORT = Pattern.compile("(?m)^export ");

    private Prelude() {}

    /// The script; its value is the function that takes host and settings and returns the entrances.
    static Source script() {
        var text = new StringBuilder("(function (host, settings) {\n\"use strict\";\n");
        PARTS.forEach(part -> text.append(body(read(part))));
        text.append("return entrances;\n})");
        return Source.newBuilder("js", text, "sextant").buildLiteral();
    }

    /// The script of "sextant/testing", which runs for test files only; its value is the function that takes what the
    /// prelude lends it and returns what reads the declared tests.
    static Source testing() {
        var lent = new TreeSet<String>();
        var text = new StringBuilder();
        for (var part : TESTING_PARTS) {
            var module = read(part);
            LENT.matcher(module)
                    .results()
                    .filter(found -> !TESTING_PARTS.contains(found.group(2)))
                    .flatMap(found -> Stream.of(found.group(1).strip().split(",\\s*")))
                    .forEach(lent::add);
            text.append(body(module));
        }
        var head =
                "(function (kit) {\n\"use strict\";\nconst { %s } = kit;\n"
                        .formatted(String.join(", ", lent));
        return Source.newBuilder("js", head + text + "return tests;\n})", "sextant/testing")
                .buildLiteral();
    }

    /// The text of the module that test files import as "sextant/testing".
    static String testingModule() {
        return read("testing-module.js");
    }

    private static String body(String module) {
        return EXPORT.matcher(IMPORT.matcher(module).replaceAll("")).replaceAll("");
    }

    /// The text of the module that rules import as "sextant".
    static String module() {
        return read("module.js");
    }

    private static String read(String part) {
        try (var stream = Prelude.class.getResourceAsStream(FOLDER + part)) {
            if (stream == null) {
                throw new IllegalStateException("the worker's jar lacks " + FOLDER + part);
            }
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot read " + FOLDER + part, problem);
        }
    }
}
