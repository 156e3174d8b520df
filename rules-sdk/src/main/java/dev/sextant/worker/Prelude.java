// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
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
                    "rows.js",
                    "verdicts.js",
                    "arguments.js",
                    "frames.js",
                    "start.js");

    private static final Pattern IMPORT = Pattern.compile("(?m)^import [^;]*;$");
    private static final Pattern EXPORT = Pattern.compile("(?m)^export ");

    private Prelude() {}

    /// The script; its value is the function that takes host and settings and returns the entrances.
    static Source script() {
        var text = new StringBuilder("(function (host, settings) {\n\"use strict\";\n");
        for (var part : PARTS) {
            var module = read(part);
            text.append(EXPORT.matcher(IMPORT.matcher(module).replaceAll("")).replaceAll(""));
        }
        text.append("return entrances;\n})");
        return Source.newBuilder("js", text, "sextant").buildLiteral();
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
