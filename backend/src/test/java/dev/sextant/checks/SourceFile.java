// SPDX-License-Identifier: Apache-2.0
package dev.sextant.checks;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/// One Java source file: its text and its tree as the JDK's own compiler reads it.
///
/// @param path from the repository's root, with slashes
public record SourceFile(
        String path, String text, CompilationUnitTree tree, SourcePositions positions) {

    /// Every Java file below a folder; none when the folder is not there.
    public static List<SourceFile> below(Path root, Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.walk(folder)) {
            return parse(root, files.filter(f -> f.toString().endsWith(".java")).sorted().toList());
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot read the sources below " + folder, problem);
        }
    }

    private static List<SourceFile> parse(Path root, List<Path> files) throws IOException {
        if (files.isEmpty()) {
            return List.of();
        }
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var units = manager.getJavaFileObjectsFromPaths(files);
            var options = List.of("--release", "25", "-proc:none");
            var task = (JavacTask) compiler.getTask(null, manager, null, options, null, units);
            var positions = Trees.instance(task).getSourcePositions();
            var parsed = new ArrayList<SourceFile>();
            for (var tree : task.parse()) {
                var file = Path.of(tree.getSourceFile().toUri());
                var path = root.relativize(file).toString().replace('\\', '/');
                parsed.add(new SourceFile(path, Files.readString(file), tree, positions));
            }
            return parsed;
        }
    }

    /// The dotted package that the file names, empty for none.
    public String packageName() {
        var name = tree.getPackageName();
        return name == null ? "" : name.toString();
    }

    public boolean isMain() {
        return path.contains("src/main/");
    }

    public String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    public List<String> lines() {
        return text.lines().toList();
    }

    /// The line of a node, from 1; that of its annotations when it has some.
    public long firstLine(Tree node) {
        return lineOf(node);
    }

    long lineOf(Tree node) {
        return tree.getLineMap().getLineNumber(positions.getStartPosition(tree, node));
    }

    long lastLineOf(Tree node) {
        return tree.getLineMap().getLineNumber(positions.getEndPosition(tree, node) - 1);
    }

    Violation violation(String rule, long line, String text) {
        return new Violation(rule, path, line, text);
    }
}
