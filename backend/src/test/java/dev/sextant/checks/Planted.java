// SPDX-License-Identifier: Apache-2.0
package dev.sextant.checks;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/// A violation that was planted on purpose, so that a rule which no longer bites is noticed. It stands in
/// `src/test/resources/planted` as one text file: a first line `breaks <rule>`, then source files, each below a line
/// `//// path/Name.java`.
///
/// @param name the text file's name
/// @param rule the rule that must report it
/// @param files path and text of the source files in it
public record Planted(String name, String rule, List<File> files) {
    private static final String MARK = "//// ";

    /// One planted source file.
    public record File(String path, String text) {}

    public static List<Planted> in(String folder) {
        try (var files = Files.list(resources().resolve(folder))) {
            return files.sorted().map(Planted::read).toList();
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot list the planted violations", problem);
        }
    }

    private static Path resources() {
        try {
            var found = Planted.class.getClassLoader().getResource("planted");
            if (found == null) {
                throw new IllegalStateException(
                        "the folder planted is not among the test resources");
            }
            return Path.of(found.toURI());
        } catch (URISyntaxException problem) {
            throw new IllegalStateException("the folder planted has no usable path", problem);
        }
    }

    private static Planted read(Path file) {
        try {
            return parse(file.getFileName().toString(), Files.readString(file));
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot read " + file, problem);
        }
    }

    static Planted parse(String name, String text) {
        var parts = text.split("(?m)^" + MARK);
        var files = new ArrayList<File>();
        for (int i = 1; i < parts.length; i++) {
            var end = parts[i].indexOf('\n');
            files.add(new File(parts[i].substring(0, end).strip(), parts[i].substring(end + 1)));
        }
        return new Planted(name, parts[0].replace("breaks", "").strip(), List.copyOf(files));
    }

    /// Lays the sources below a folder, with the licence line that their texts leave out unless they say otherwise.
    public void layInto(Path folder) throws IOException {
        for (var file : files) {
            var target = folder.resolve(file.path());
            Files.createDirectories(target.getParent());
            Files.writeString(target, file.text());
        }
    }

    /// Compiles the laid sources against the tests' own class path into a folder of classes. The file manager is the
    /// caller's, since it remembers the class path from one planted violation to the next.
    public void compile(Path sources, Path classes, StandardJavaFileManager manager)
            throws IOException {
        Files.createDirectories(classes);
        manager.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
        var units =
                manager.getJavaFileObjectsFromPaths(
                        files.stream().map(file -> sources.resolve(file.path())).toList());
        var options = List.of("-proc:none");
        var problems = new StringWriter();
        var compiler = ToolProvider.getSystemJavaCompiler();
        if (!compiler.getTask(problems, manager, null, options, null, units).call()) {
            throw new IllegalStateException(name + " does not compile: " + problems);
        }
    }

    @Override
    public String toString() {
        return name + " breaks " + rule;
    }
}
