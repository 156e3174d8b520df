// SPDX-License-Identifier: Apache-2.0
package dev.sextant.checks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The budgets and habits of the project's Java sources. Each rule has a short name; an exception names that rule, the
/// file and the reason, see [HouseExceptions].
public final class HouseRules {
    static final int FILE_LINES = 300;
    static final int METHOD_LINES = 40;
    static final int PARAMETERS = 5;
    static final int NESTING = 3;
    static final int TYPES_PER_ROOM = 30;

    /// The rules by name, for the test that each of them is proven.
    public static final List<String> NAMES =
            List.of(
                    "file-length",
                    "spdx",
                    "unfinished",
                    "package-name",
                    "package-info",
                    "room-size",
                    "type-name",
                    "parameters",
                    "method-length",
                    "nesting",
                    "empty-catch",
                    "broad-catch",
                    "sealed-default",
                    "skipped-test");

    private static final String LICENCE = "// SPDX-License-Identifier: Apache-2.0";
    private static final List<String> BANNED_PACKAGES =
            List.of(
                    "common", "util", "utils", "core", "impl", "manager", "service", "dto", "model",
                    "helper");

    private HouseRules() {}

    /// What the sources break, exceptions not yet taken off.
    public static List<Violation> check(List<SourceFile> sources) {
        var closed = ClosedTypes.of(sources);
        var found = new ArrayList<Violation>();
        for (var source : sources) {
            found.addAll(text(source));
            found.addAll(packageNames(source));
            found.addAll(TreeRules.check(source, closed));
        }
        found.addAll(packageInfos(sources));
        found.addAll(roomSizes(sources));
        found.sort(Comparator.comparing(Violation::file).thenComparing(Violation::line));
        return found;
    }

    private static List<Violation> text(SourceFile source) {
        var found = new ArrayList<Violation>();
        var lines = source.lines();
        if (lines.size() > FILE_LINES) {
            var text = "%d lines, at most %d".formatted(lines.size(), FILE_LINES);
            found.add(source.violation("file-length", 1, text));
        }
        if (lines.isEmpty() || !lines.getFirst().equals(LICENCE)) {
            found.add(source.violation("spdx", 1, "the first line must be " + LICENCE));
        }
        for (int i = 0; i < lines.size(); i++) {
            if (Markers.PATTERN.matcher(lines.get(i)).find()) {
                found.add(source.violation("unfinished", i + 1L, "finish it or file an issue"));
            }
        }
        return found;
    }

    private static List<Violation> packageNames(SourceFile source) {
        return Stream.of(source.packageName().split("\\."))
                .filter(BANNED_PACKAGES::contains)
                .map(name ->
                        source.violation(
                                "package-name",
                                1,
                                "a package called " + name + " says nothing: name what it owns"))
                .toList();
    }

    private static List<Violation> packageInfos(List<SourceFile> sources) {
        var described =
                sources.stream()
                        .filter(source -> source.fileName().equals("package-info.java"))
                        .filter(source -> source.text().contains("@NullMarked"))
                        .filter(source -> source.text().contains("\n///"))
                        .map(SourceFile::packageName)
                        .collect(Collectors.toSet());
        return sources.stream()
                .collect(
                        Collectors.toMap(
                                SourceFile::packageName, source -> source, (first, _) -> first))
                .values()
                .stream()
                .filter(Predicate.not(source -> described.contains(source.packageName())))
                .map(source ->
                        source.violation(
                                "package-info",
                                1,
                                "package %s needs a package-info.java with a /// paragraph and @NullMarked"
                                        .formatted(source.packageName())))
                .toList();
    }

    // Counted per package: a room and each of its adapter folders for itself.
    private static List<Violation> roomSizes(List<SourceFile> sources) {
        var rooms =
                sources.stream()
                        .filter(SourceFile::isMain)
                        .filter(source -> !source.fileName().equals("package-info.java"))
                        .collect(Collectors.groupingBy(SourceFile::packageName));
        return rooms.values().stream()
                .filter(files -> files.size() > TYPES_PER_ROOM)
                .map(files ->
                        files.getFirst()
                                .violation(
                                        "room-size",
                                        1,
                                        "package %s has %d types, at most %d"
                                                .formatted(
                                                        files.getFirst().packageName(),
                                                        files.size(),
                                                        TYPES_PER_ROOM)))
                .toList();
    }
}
