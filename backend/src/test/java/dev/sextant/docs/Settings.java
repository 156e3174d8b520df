// SPDX-License-Identifier: Apache-2.0
package dev.sextant.docs;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import dev.sextant.checks.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// All settings of the product, read from the sources of its `@ConfigMapping` interfaces: keys, defaults and doc lines.
final class Settings {
    private static final Pattern MAP = Pattern.compile("Map<String, (\\w+)>");
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private Settings() {}

    /// One setting.
    ///
    /// @param fallback the default as written, empty for none
    record Setting(String key, Optional<String> fallback, String what) {}

    /// The settings of one room, in the order of the source.
    record Group(String prefix, String what, List<Setting> settings) {}

    static List<Group> all() {
        return SourceFile.below(ROOT, ROOT.resolve("backend/src/main/java")).stream()
                .flatMap(source -> groups(source).stream())
                .sorted(Comparator.comparing(Group::prefix))
                .toList();
    }

    static List<String> keys() {
        return all().stream()
                .flatMap(group -> group.settings().stream())
                .map(Setting::key)
                .toList();
    }

    private static List<Group> groups(SourceFile source) {
        return source.tree().getTypeDecls().stream()
                .filter(ClassTree.class::isInstance)
                .map(ClassTree.class::cast)
                .flatMap(type ->
                        argument(type.getModifiers(), "ConfigMapping")
                                .map(prefix -> group(source, type, prefix))
                                .stream())
                .toList();
    }

    private static Group group(SourceFile source, ClassTree type, String prefix) {
        var settings = new ArrayList<Setting>();
        collect(source, type, prefix, settings);
        return new Group(prefix, doc(source, type), List.copyOf(settings));
    }

    private static void collect(
            SourceFile source, ClassTree type, String prefix, List<Setting> settings) {
        var nested =
                type.getMembers().stream()
                        .filter(ClassTree.class::isInstance)
                        .map(ClassTree.class::cast)
                        .collect(
                                Collectors.toMap(
                                        child -> child.getSimpleName().toString(), child -> child));
        for (var member : type.getMembers()) {
            if (member instanceof MethodTree method) {
                var returned = String.valueOf(method.getReturnType());
                boolean isNamedByUsers = annotated(method, "WithParentName");
                var key = prefix + "." + (isNamedByUsers ? "<name>" : name(method));
                var child =
                        nested.get(
                                isNamedByUsers ? MAP.matcher(returned).replaceAll("$1") : returned);
                if (child == null) {
                    settings.add(
                            new Setting(
                                    key,
                                    argument(method.getModifiers(), "WithDefault"),
                                    doc(source, method)));
                } else {
                    collect(source, child, key, settings);
                }
            }
        }
    }

    private static boolean annotated(MethodTree method, String annotation) {
        return method.getModifiers().getAnnotations().stream()
                .anyMatch(found -> found.getAnnotationType().toString().equals(annotation));
    }

    private static String name(MethodTree method) {
        var kebab =
                method.getName().toString().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        return argument(method.getModifiers(), "WithName").orElse(kebab);
    }

    /// The text that an annotation with one argument has been given.
    private static Optional<String> argument(ModifiersTree modifiers, String annotation) {
        return modifiers.getAnnotations().stream()
                .filter(found -> found.getAnnotationType().toString().equals(annotation))
                .flatMap(found -> found.getArguments().stream())
                .map(value -> value instanceof AssignmentTree named ? named.getExpression() : value)
                .map(value ->
                        value instanceof LiteralTree literal
                                ? String.valueOf(literal.getValue())
                                : value.toString())
                .findFirst();
    }

    // The doc comment stands right above the annotations.
    private static String doc(SourceFile source, Tree node) {
        var lines = source.lines();
        var doc = new ArrayList<String>();
        for (int i = (int) source.firstLine(node) - 2;
                i >= 0 && lines.get(i).strip().startsWith("///");
                i--) {
            doc.addFirst(lines.get(i).strip().substring(3).strip());
        }
        return String.join(" ", doc);
    }
}
