// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.promapi;

import dev.sextant.telemetry.Matcher;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Selections in PromQL's words. What PromQL cannot say is left out: the answer then holds more, which the caller drops.
final class Selector {
    private static final Pattern LABEL = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");
    private static final Pattern SPECIAL = Pattern.compile("[\\\\.+*?()|\\[\\]{}^$]");

    private Selector() {}

    static String of(String metric, List<Matcher> matchers) {
        var all = new StringBuilder("{__name__=").append(quoted(metric));
        for (var matcher : matchers) {
            if (LABEL.matcher(matcher.label()).matches() && !matcher.label().equals("__name__")) {
                all.append(',').append(matcher.label()).append(condition(matcher));
            }
        }
        return all.append('}').toString();
    }

    private static String condition(Matcher matcher) {
        return switch (matcher) {
            case Matcher.In(_, var values) -> "=~" + quoted(alternatives(values));
            case Matcher.NotIn(_, var values) when values.isEmpty() -> "=~\".*\"";
            case Matcher.NotIn(_, var values) -> "!~" + quoted(alternatives(values));
            case Matcher.Regex(_, var pattern) -> "=~" + quoted("(?s:" + pattern.pattern() + ")");
        };
    }

    private static String alternatives(Collection<String> values) {
        return new TreeSet<>(values)
                .stream()
                        .map(value -> SPECIAL.matcher(value).replaceAll("\\\\$0"))
                        .collect(Collectors.joining("|"));
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            switch (c) {
                case '\\' -> quoted.append("\\\\");
                case '"' -> quoted.append("\\\"");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                default -> quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
