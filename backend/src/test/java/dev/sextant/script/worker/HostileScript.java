// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.worker;

import dev.sextant.script.Language;
import dev.sextant.script.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// One script of the hostile suite, and what must come of it as its first comment lines say:
///
/// ```
/// // tries: what the attacker is after
/// // expect: completed | failed | limit wallTime|memory | invalid
/// // log: a text that the log must hold, when it completed
/// // says: a text that the message must hold, when it did not
/// // never: a text that a tenant must not see
/// ```
///
/// @param name folder and file, such as "cpu/loop"
/// @param expected endings of which any will do: "completed", "failed", "invalid", "lost", "limit wallTime" ...
record HostileScript(
        String name,
        Script script,
        Set<String> expected,
        List<String> log,
        List<String> says,
        List<String> never) {
    private static final int QUICK_OF_EACH_THEME = 2;
    private static final int ENDLESS_OF_EACH_THEME = 1;
    private static final Path FOLDER = Path.of("src/test/resources/hostile");

    /// All scripts in a language, in the order of their names.
    static List<HostileScript> all(Language language) throws IOException {
        var folder = FOLDER.resolve(language.text());
        var scripts = new ArrayList<HostileScript>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                var name = folder.relativize(file).toString().replaceFirst("\\.rule\\..*", "");
                scripts.add(read(name, new Script(language, Files.readString(file))));
            }
        }
        return scripts;
    }

    /// Some of each theme: of those that end by themselves, and of those that do not.
    static List<HostileScript> quick(Language language) throws IOException {
        var chosen = new HashMap<String, Integer>();
        return all(language).stream()
                .filter(script ->
                        chosen.merge(script.theme() + script.endsByItself(), 1, Integer::sum)
                                <= (script.endsByItself()
                                        ? QUICK_OF_EACH_THEME
                                        : ENDLESS_OF_EACH_THEME))
                .toList();
    }

    /// The harmless rule of every tenant.
    static Script probe(Language language) throws IOException {
        var file =
                switch (language) {
                    case JAVASCRIPT -> "probe.rule.js";
                    case PYTHON -> "probe.rule.py";
                    case ONNX -> throw new IllegalStateException("no script is a model");
                };
        return new Script(language, Files.readString(FOLDER.resolve(file)));
    }

    /// What it may take: little where it is meant to take more, much where only a busy machine makes it slow.
    Duration wallTime() {
        if (!expected.contains("limit wallTime")) {
            return Duration.ofSeconds(20);
        }
        return Duration.ofSeconds(name.matches("(cpu|memory|stack)/.*") ? 1 : 5);
    }

    /// Whether it tries to leave something for the evaluation after it, or to meet it, and so runs twice.
    boolean isPollution() {
        return name.matches("pollution/.*|.*/kept-.*");
    }

    private boolean endsByItself() {
        return expected.stream().noneMatch(ending -> ending.matches("limit .*|lost"));
    }

    private String theme() {
        return name.substring(0, name.indexOf('/'));
    }

    private static HostileScript read(String name, Script script) {
        var expected = new TreeSet<String>();
        for (var ending : fields(script, "expect").getFirst().split(" \\| ")) {
            var words = ending.strip().split(" ");
            for (var limit : words[words.length - 1].split("\\|")) {
                expected.add(words.length == 1 ? limit : words[0] + " " + limit);
            }
        }
        return new HostileScript(
                name,
                script,
                expected,
                fields(script, "log"),
                fields(script, "says"),
                fields(script, "never"));
    }

    private static List<String> fields(Script script, String field) {
        var found = new ArrayList<String>();
        for (var line : script.source().lines().limit(9).toList()) {
            var text = line.replaceFirst("^(//|#) ", "");
            if (text.startsWith(field + ": ")) {
                found.add(text.substring(field.length() + 2));
            }
        }
        return found;
    }
}
