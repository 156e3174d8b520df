// SPDX-License-Identifier: Apache-2.0
package dev.sextant.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Finds in a script's text what it may import. It finds too much rather than too little (a text in a comment counts as
/// well): what is not meant is handed over in vain, and whether a name can be imported is said by the language itself.
final class ModuleReferences {
    private static final Pattern JAVASCRIPT =
            Pattern.compile("([\"'])((?:\\.{0,2}/)?[\\w./-]+\\.js)\\1");
    private static final Pattern PYTHON_FROM =
            Pattern.compile(
                    "(?m)^[ \\t]*from[ \\t]+([\\w.]+)[ \\t]+import[ \\t]*(\\([^)]*\\)|[^\\n#;]+)");
    private static final Pattern PYTHON_IMPORT =
            Pattern.compile("(?m)^[ \\t]*import[ \\t]+([^\\n#;]+)");
    private static final Pattern PYTHON_NAME =
            Pattern.compile("(?<![\\w.])[A-Za-z_]\\w*(?:\\.\\w+)*");

    private final LinkedHashMap<String, Reference> found = new LinkedHashMap<>();
    private final String text;
    private final String folder;

    private ModuleReferences(String text, String folder) {
        this.text = text;
        this.folder = folder;
    }

    /// @param name a module's name, if there is a module of that name
    /// @param written as the script writes it
    /// @param line from 1
    record Reference(String name, String written, int line, int column) {}

    /// @param folder of the script within the tenant's modules: empty for a rule, else with a slash at its end
    static List<Reference> of(String language, String text, String folder) {
        var references = new ModuleReferences(text, folder);
        if (language.equals("python")) {
            PYTHON_FROM.matcher(text).results().forEach(references::pythonFrom);
            PYTHON_IMPORT.matcher(text).results().forEach(references::pythonImport);
        } else {
            JAVASCRIPT.matcher(text).results().forEach(references::javascript);
        }
        return List.copyOf(references.found.values());
    }

    private void javascript(MatchResult match) {
        var written = match.group(2);
        var isRelative = written.startsWith(".");
        add(resolved((isRelative ? folder : "") + written), written, match.start(2));
    }

    private void pythonFrom(MatchResult match) {
        var origin = match.group(1);
        var path = path(origin);
        add(path + ".py", origin, match.start(1));
        PYTHON_NAME
                .matcher(match.group(2))
                .results()
                .map(MatchResult::group)
                .forEach(name -> {
                    var written = origin.endsWith(".") ? origin + name : origin + "." + name;
                    add(resolved(path + "/" + name) + ".py", written, match.start(1));
                });
    }

    private void pythonImport(MatchResult match) {
        PYTHON_NAME
                .matcher(match.group(1))
                .results()
                .forEach(name ->
                        add(
                                path(name.group()) + ".py",
                                name.group(),
                                match.start(1) + name.start()));
    }

    /// `shared.budget` is a path from the top; each dot at the front goes up one folder from the module's own.
    private String path(String dotted) {
        int dots = 0;
        while (dots < dotted.length() && dotted.charAt(dots) == '.') {
            dots++;
        }
        var rest = dotted.substring(dots).replace('.', '/');
        return dots == 0 ? rest : resolved(folder + "../".repeat(dots - 1) + rest);
    }

    private void add(String name, String written, int position) {
        if (name.isEmpty() || found.containsKey(name)) {
            return;
        }
        var before = text.substring(0, position);
        int line = (int) before.chars().filter(character -> character == '\n').count() + 1;
        found.put(name, new Reference(name, written, line, position - before.lastIndexOf('\n')));
    }

    /// A path without dots; what goes above the top stays at the top.
    private static String resolved(String path) {
        var parts = new ArrayList<String>();
        for (var part : path.split("/")) {
            if (part.equals("..") && !parts.isEmpty()) {
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".") && !part.equals("..")) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }
}
