// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.worker;

import dev.sextant.script.Script;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What must stand in no text that a tenant can see.
final class Leaks {
    private static final List<Pattern> PATTERNS =
            Stream.of(
                            "\\bat dev\\.sextant[\\w.$]*",
                            "\\b(dev\\.sextant|org\\.graalvm|com\\.oracle|com\\.fasterxml)\\b[\\w.$]*",
                            "\\b(java|javax|jdk|sun)\\.(lang|util|io|nio|base|internal|misc|net|time)\\b[\\w.$]*",
                            "\\w+\\.java:\\d+",
                            "JavaObject|HostObject|HostMethod|JavaClass|PolyglotException|Truffle\\w*",
                            "/(work|home|root|tmp|usr|etc|proc|var|opt)/[\\w./-]*",
                            "(?i)\\bselect \\w+ from \\w+ where\\b|hibernate|org\\.h2|duckdb",
                            "\\b(PATH|HOME|JAVA_HOME|MALLOC_ARENA_MAX|LD_LIBRARY_PATH)=",
                            "vault-7391",
                            "\\x00")
                    .map(Pattern::compile)
                    .toList();

    private Leaks() {}

    /// What leaks in a text; what a script says itself is none.
    static List<String> in(String text, Script script) {
        return PATTERNS.stream()
                .flatMap(pattern -> pattern.matcher(text).results().map(MatchResult::group))
                .filter(found -> !script.source().contains(found))
                .distinct()
                .toList();
    }
}
