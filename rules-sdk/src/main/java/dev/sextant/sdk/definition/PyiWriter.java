// SPDX-License-Identifier: Apache-2.0
package dev.sextant.sdk.definition;

import dev.sextant.sdk.definition.Definition.Member;
import dev.sextant.sdk.definition.Definition.Type;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The definition as a Python stub, `sextant.pyi`, with the English documentation, then the Chinese. Objects of options
/// are keywords in Python, so their shapes appear in signatures only.
final class PyiWriter {
    private static final String HEAD =
            """
            # SPDX-License-Identifier: Apache-2.0
            # Generated from the definition of the Sextant rules SDK, version %d.
            from __future__ import annotations

            import re
            from collections.abc import Callable, Iterable, Iterator, Sequence
            from datetime import datetime
            from typing import Any, Generic, Literal, TypedDict, TypeVar

            R = TypeVar("R")
            T = TypeVar("T")
            """;

    /// What Python writes with operators; the methods do the same.
    private static final Map<String, String> OPERATORS =
            Map.of(
                    "plus", "__add__",
                    "minus", "__sub__",
                    "times", "__mul__",
                    "over", "__truediv__",
                    "except", "__sub__");

    private final StringBuilder text = new StringBuilder();
    private final Definition definition;
    private final PythonSignatures signatures;

    private PyiWriter(Definition definition) {
        this.definition = definition;
        this.signatures = new PythonSignatures(definition);
    }

    static String write(Definition definition) {
        return new PyiWriter(definition).module();
    }

    private String module() {
        text.append(HEAD.formatted(definition.version()));
        if (definition.imports() != null) {
            line("", "");
            line("", "from sextant import " + String.join(", ", definition.imports()));
        }
        definition.types().stream().filter(PyiWriter::isWritten).forEach(this::type);
        line("", "");
        for (var alias : definition.aliases()) {
            var type = alias.python() == null ? PythonTypes.of(alias.type()) : alias.python();
            line("", "# " + alias.doc().get("en") + " " + alias.doc().get("zh"));
            line("", "%s = %s".formatted(alias.name(), type));
        }
        for (var function : definition.functions()) {
            line("", "");
            var signature = signatures.of(function);
            line("", "def " + asDecorator(function.name(), signature) + ":");
            doc("    ", function.doc(), function.unit(), function.isAvailable());
            line("    ", "...");
        }
        for (var value : definition.values()) {
            line("", "");
            line("", value.python() + ": " + value.type());
        }
        return text.toString();
    }

    /// Shapes that a signature names; objects of options are written as keywords instead.
    private static boolean isWritten(Type type) {
        return !type.name().matches(".*(Options|Conditions|Definition)");
    }

    private void type(Type type) {
        line("", "");
        line("", "");
        line("", "class " + type.name() + bases(type) + ":");
        doc("    ", type.doc(), null, true);
        if (type.construct() != null) {
            line(
                    "    ",
                    "def __init__(self, %s) -> None: ..."
                            .formatted(signatures.parameters(type.construct())));
        }
        if (type.call() != null) {
            line(
                    "    ",
                    "def __call__(self, %s) -> None: ..."
                            .formatted(signatures.parameters(type.call())));
        }
        if (type.iterates() != null) {
            line("    ", "def __iter__(self) -> Iterator[" + type.iterates() + "]: ...");
        }
        for (var member : type.members()) {
            if (!"javascript".equals(member.only())) {
                member(type, member);
            }
        }
    }

    private static String bases(Type type) {
        if (type.generic() != null) {
            return "(Generic[" + type.generic().split(" ")[0] + "])";
        }
        if (type.shape()) {
            return "(TypedDict, total=False)";
        }
        return type.parent() == null ? "" : "(" + type.parent() + ")";
    }

    private void member(Type type, Member member) {
        if (member.parameters() == null) {
            property(type, member);
            return;
        }
        method(signatures.of(member), member);
        var operator = OPERATORS.get(member.name());
        if (operator != null) {
            var name = PythonSignatures.name(member.name());
            method(operator + signatures.of(member).substring(name.length()), member);
        }
    }

    private void property(Type type, Member member) {
        var signature = signatures.of(member);
        if (type.shape()) {
            line("    ", signature);
            return;
        }
        line("    ", "@property");
        line("    ", "def " + signature.replaceFirst(": ", "(self) -> ") + ":");
        doc("        ", member.doc(), member.unit(), member.isAvailable());
        line("        ", "...");
    }

    private void method(String signature, Member member) {
        var own =
                signature
                        .replaceFirst("\\((?=\\))", "(self")
                        .replaceFirst("\\((?!self)", "(self, ");
        line("    ", "def " + own + ":");
        doc("        ", member.doc(), member.unit(), member.isAvailable());
        line("        ", "...");
    }

    /// rule(...) and check(...) stand above a function.
    private static String asDecorator(String name, String signature) {
        var parameters = signature.substring(0, signature.lastIndexOf(" -> "));
        return switch (name) {
            case "rule" -> parameters + " -> Callable[[Callable[..., Verdicts]], Rule]";
            case "algorithm" -> parameters + " -> Callable[[Callable[..., Any]], Algorithm]";
            case "check" ->
                    parameters.replaceFirst(", body: .*", ")")
                            + " -> Callable[[Callable[[Test], None]], None]";
            default -> signature;
        };
    }

    private void doc(
            String indent, Map<String, String> doc, @Nullable String unit, boolean available) {
        line(
                indent,
                "\"\"\"" + escaped(doc.get("en")) + (unit == null ? "" : " Unit: " + unit + "."));
        line("", "");
        line(indent, escaped(doc.get("zh")));
        if (!available) {
            line(indent, "Not available yet: using it is an error that says so.");
        }
        line(indent, "\"\"\"");
    }

    private static String escaped(@Nullable String doc) {
        return String.valueOf(doc).replace("\\", "\\\\").replace("\"\"\"", "'''");
    }

    private void line(String indent, String content) {
        text.append(content.isEmpty() ? "" : indent).append(content).append('\n');
    }
}
