// SPDX-License-Identifier: Apache-2.0
package dev.sextant.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A piece of code in the documentation. What stands behind the language at its fence says what it is: nothing for a rule,
/// `test` for the test file of the rule before it, `module <name>` for a module.
///
/// @param page the page it stands in
/// @param language as REST writes it
/// @param title what stands behind the language
/// @param rule the last rule of the same language before it on its page; empty when there is none
record Sample(Path page, String language, String title, String source, String rule) {
    private static final Pattern BLOCK =
            Pattern.compile("(?ms)^```(js|python)(?: ([^\\n]+))?\\n(.*?)^```");
    private static final Pattern RULE =
            Pattern.compile(
                    "(?s)(?:from sextant import|import \\{).*(?:export default rule|@rule\\().*");

    static List<Sample> all() throws IOException {
        return LinksTest.pages().stream().flatMap(page -> of(page).stream()).toList();
    }

    private static List<Sample> of(Path page) {
        try {
            var rules = new HashMap<String, String>();
            var samples = new ArrayList<Sample>();
            BLOCK.matcher(Files.readString(page))
                    .results()
                    .map(found -> sample(page, found, rules))
                    .forEach(samples::add);
            return samples;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static Sample sample(Path page, MatchResult found, HashMap<String, String> rules) {
        var language = found.group(1).equals("js") ? "javascript" : "python";
        var title = found.group(2) == null ? "" : found.group(2);
        var sample =
                new Sample(page, language, title, found.group(3), rules.getOrDefault(language, ""));
        if (sample.isRule()) {
            rules.put(language, sample.source());
        }
        return sample;
    }

    boolean isRule() {
        return title.isEmpty() && RULE.matcher(source).matches();
    }

    boolean isTest() {
        return title.equals("test");
    }

    boolean isModule() {
        return title.startsWith("module ");
    }

    String moduleName() {
        return title.substring("module ".length());
    }

    @Override
    public String toString() {
        return page.getFileName() + " " + language + " " + title;
    }
}
