// SPDX-License-Identifier: Apache-2.0
package dev.sextant.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Sentences of the platform in another language than English, in which they are made and kept. A sentence is found by its
/// template, of which the one that says most in words fits first; what is not found stays as it is.
public final class Sentences {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final Pattern HINT =
            Pattern.compile("(.+?)(; did you mean [^;]+\\?|; known are [^;]+)", Pattern.DOTALL);
    private static final int DEEPEST = 4;
    private static final int LONGEST = 700;

    private final List<Template> templates;

    private Sentences(List<Template> templates) {
        this.templates = templates;
    }

    /// An English template, and how it is said.
    private record Template(Pattern english, int words, String said) {
        static Template of(String english, String said) {
            var expression = new StringBuilder();
            int from = 0;
            var matcher = PLACEHOLDER.matcher(english);
            while (matcher.find()) {
                expression.append(Pattern.quote(english.substring(from, matcher.start())));
                expression.append("(?<").append(matcher.group(1)).append(">.+?)");
                from = matcher.end();
            }
            expression.append(Pattern.quote(english.substring(from)));
            int words = PLACEHOLDER.matcher(english).replaceAll("").length();
            return new Template(
                    Pattern.compile(expression.toString(), Pattern.DOTALL), words, said);
        }
    }

    /// The sentences in Chinese.
    public static Sentences chinese() {
        return read("/sentences/zh.txt");
    }

    /// The sentence in this language, or itself when nobody has said how.
    public String say(String english) {
        return english.length() > LONGEST ? english : say(english, 0);
    }

    private String say(String english, int depth) {
        var hint = HINT.matcher(english);
        if (hint.matches()) {
            return whole(hint.group(1), depth) + whole(hint.group(2), depth);
        }
        return whole(english, depth);
    }

    private String whole(String english, int depth) {
        if (depth > DEEPEST) {
            return english;
        }
        for (var template : templates) {
            var found = template.english().matcher(english);
            if (found.matches()) {
                return PLACEHOLDER
                        .matcher(template.said())
                        .replaceAll(name -> filled(found.group(name.group(1)), depth));
            }
        }
        return english;
    }

    private String filled(String text, int depth) {
        return Matcher.quoteReplacement(say(text, depth + 1));
    }

    private static Sentences read(String resource) {
        try (var stream =
                Objects.requireNonNull(Sentences.class.getResourceAsStream(resource), resource)) {
            var lines =
                    new String(stream.readAllBytes(), UTF_8)
                            .lines()
                            .filter(line -> !line.isBlank() && !line.startsWith("# "))
                            .toList();
            var templates = new ArrayList<Template>();
            for (int i = 0; i + 1 < lines.size(); i += 2) {
                templates.add(Template.of(lines.get(i), lines.get(i + 1)));
            }
            templates.sort(Comparator.comparingInt(Template::words).reversed());
            return new Sentences(List.copyOf(templates));
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot read " + resource, problem);
        }
    }
}
