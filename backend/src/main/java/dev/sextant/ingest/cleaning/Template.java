// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.cleaning;

import com.google.re2j.Matcher;
import org.jspecify.annotations.Nullable;

/// A replacement as Prometheus (and Go) reads it: {@code $1}, {@code ${1}}, {@code ${name}}; {@code $$} is a dollar. A
/// group that does not exist is empty, and so is {@code $1x}, which means {@code ${1x}}.
record Template(String text) {
    private static final int MOST_DIGITS = 4;

    String expand(Matcher matched) {
        var out = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int dollar = text.indexOf('$', at);
            if (dollar < 0 || dollar == text.length() - 1) {
                return out.append(text, at, text.length()).toString();
            }
            out.append(text, at, dollar);
            at = expandOne(dollar + 1, matched, out);
        }
        return out.toString();
    }

    /// Adds what stands for the variable after a dollar and returns where the text goes on.
    private int expandOne(int at, Matcher matched, StringBuilder out) {
        if (text.charAt(at) == '$') {
            out.append('$');
            return at + 1;
        }
        boolean isBraced = text.charAt(at) == '{';
        int start = isBraced ? at + 1 : at;
        int end = start;
        while (end < text.length() && isWord(text.charAt(end))) {
            end++;
        }
        boolean isClosed = !isBraced || (end < text.length() && text.charAt(end) == '}');
        if (end == start || !isClosed) {
            // Not a variable after all.
            out.append('$');
            return at;
        }
        out.append(group(text.substring(start, end), matched));
        return isBraced ? end + 1 : end;
    }

    private static boolean isWord(char c) {
        return c == '_' || Character.isLetterOrDigit(c);
    }

    private static String group(String name, Matcher matched) {
        boolean isNumber =
                name.length() <= MOST_DIGITS && name.chars().allMatch(c -> c >= '0' && c <= '9');
        if (isNumber) {
            int number = Integer.parseInt(name);
            return number > matched.groupCount() ? "" : orEmpty(matched.group(number));
        }
        return matched.pattern().namedGroups().containsKey(name)
                ? orEmpty(matched.group(name))
                : "";
    }

    private static String orEmpty(@Nullable String group) {
        return group == null ? "" : group;
    }
}
