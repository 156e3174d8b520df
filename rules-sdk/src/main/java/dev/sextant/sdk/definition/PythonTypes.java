// SPDX-License-Identifier: Apache-2.0
package dev.sextant.sdk.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads the type expressions of the definition, a small subset of TypeScript, and says them in Python: unions, arrays,
/// `Frame<R>`, functions, literals, and objects, which become dictionaries.
final class PythonTypes {
    private static final Pattern TOKEN =
            Pattern.compile("\"[^\"]*\"|=>|[A-Za-z_][A-Za-z0-9_]*|[^\\s]");
    private static final Map<String, String> NAMES =
            Map.ofEntries(
                    Map.entry("string", "str"),
                    Map.entry("number", "float"),
                    Map.entry("boolean", "bool"),
                    Map.entry("void", "None"),
                    Map.entry("null", "None"),
                    Map.entry("undefined", "None"),
                    Map.entry("unknown", "Any"),
                    Map.entry("any", "Any"),
                    Map.entry("Date", "datetime"),
                    Map.entry("RegExp", "re.Pattern[str]"));

    private final List<String> tokens;
    private int next;

    private PythonTypes(String expression) {
        this.tokens = TOKEN.matcher(expression).results().map(found -> found.group()).toList();
    }

    static String of(String expression) {
        return new PythonTypes(expression).union();
    }

    private String union() {
        var parts = new ArrayList<String>();
        do {
            var part = intersection();
            if (!parts.contains(part)) {
                parts.add(part);
            }
        } while (take("|"));
        var literals =
                parts.stream().filter(part -> part.startsWith("\"")).collect(Collectors.toList());
        if (!literals.isEmpty()) {
            parts.removeAll(literals);
            parts.addFirst("Literal[" + String.join(", ", literals) + "]");
        }
        return String.join(" | ", parts);
    }

    /// Python has no intersections: the first part that is no dictionary stands for all.
    private String intersection() {
        var parts = new ArrayList<String>();
        do {
            parts.add(array());
        } while (take("&"));
        return parts.stream()
                .filter(part -> !part.startsWith("dict["))
                .findFirst()
                .orElse(parts.getFirst());
    }

    private String array() {
        boolean isReadOnly = take("readonly");
        var element = primary();
        while (take("[")) {
            expect("]");
            element = (isReadOnly ? "Sequence[" : "list[") + element + "]";
        }
        return element;
    }

    private String primary() {
        if (take("(")) {
            return isFunction() ? function() : parenthesised();
        }
        if (take("{")) {
            return object();
        }
        var name = tokens.get(next++);
        if (!take("<")) {
            return NAMES.getOrDefault(name, name);
        }
        var arguments = new ArrayList<String>();
        do {
            arguments.add(union());
        } while (take(","));
        expect(">");
        return name + "[" + String.join(", ", arguments) + "]";
    }

    private String parenthesised() {
        var inner = union();
        expect(")");
        return inner;
    }

    /// Whether what follows an opening parenthesis is a name and a colon, as in `(row: R) => T`.
    private boolean isFunction() {
        var after = tokens.get(next + 1);
        return after.equals(":") || after.equals("?");
    }

    private String function() {
        var parameters = new ArrayList<String>();
        do {
            next++;
            take("?");
            expect(":");
            parameters.add(union());
        } while (take(","));
        expect(")");
        expect("=>");
        return "Callable[[" + String.join(", ", parameters) + "], " + union() + "]";
    }

    private String object() {
        take("readonly");
        if (take("[")) {
            next++;
            expect(":");
            expect("string");
            expect("]");
            expect(":");
            var value = union();
            expect("}");
            return "dict[str, " + value + "]";
        }
        int depth = 1;
        while (depth > 0) {
            var token = tokens.get(next++);
            depth += token.equals("{") ? 1 : 0;
            depth -= token.equals("}") ? 1 : 0;
        }
        return "dict[str, Any]";
    }

    private boolean take(String token) {
        boolean isNext = next < tokens.size() && tokens.get(next).equals(token);
        next += isNext ? 1 : 0;
        return isNext;
    }

    private void expect(String token) {
        if (!take(token)) {
            throw new IllegalArgumentException(
                    "expected %s at word %d of %s".formatted(token, next, tokens));
        }
    }
}
