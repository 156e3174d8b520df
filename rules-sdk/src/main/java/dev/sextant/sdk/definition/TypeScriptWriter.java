// SPDX-License-Identifier: Apache-2.0
package dev.sextant.sdk.definition;

import static java.util.Objects.requireNonNull;

import dev.sextant.sdk.definition.Definition.Member;
import dev.sextant.sdk.definition.Definition.Parameter;
import dev.sextant.sdk.definition.Definition.Type;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The definition as TypeScript: `declare module "sextant" { ... }`, with the English documentation, then the Chinese.
final class TypeScriptWriter {
    /// What a test imports its rule as.
    private static final String RULE_FILES =
            """
            declare module "*.rule.js" {
              const rule: import("sextant").Rule;
              export default rule;
            }
            """;

    private final StringBuilder text = new StringBuilder();
    private final Definition definition;

    private TypeScriptWriter(Definition definition) {
        this.definition = definition;
    }

    static String write(Definition definition) {
        return new TypeScriptWriter(definition).module();
    }

    private String module() {
        text.append("// SPDX-License-Identifier: Apache-2.0\n");
        text.append("// Generated from the definition of the Sextant rules SDK, version ");
        text.append(definition.version()).append(".\n");
        text.append("declare module \"").append(definition.module()).append("\" {\n");
        if (definition.imports() != null) {
            var names = String.join(", ", definition.imports());
            line("  ", "import { " + names + " } from \"sextant\";");
        }
        for (var alias : definition.aliases()) {
            doc("  ", alias.doc());
            line("  ", "export type " + alias.name() + " = " + alias.type() + ";");
        }
        definition.types().forEach(this::type);
        for (var function : definition.functions()) {
            doc("  ", function);
            line("  ", "export function " + signature(function) + ";");
        }
        for (var value : definition.values()) {
            doc("  ", value.doc());
            line("  ", "export const " + value.name() + ": " + value.type() + ";");
        }
        return text.append("}\n").append(definition.imports() == null ? "" : RULE_FILES).toString();
    }

    private void type(Type type) {
        doc("  ", type.doc());
        boolean isClass = definition.classes().contains(type.name());
        var parent = type.parent() == null ? "" : " extends " + type.parent();
        var generic = type.generic() == null ? "" : "<" + type.generic() + ">";
        line(
                "  ",
                "export "
                        + (isClass ? "class " : "interface ")
                        + type.name()
                        + generic
                        + parent
                        + " {");
        if (type.construct() != null) {
            line("    ", "constructor(" + Signatures.parameters(type.construct()) + ");");
        }
        if (type.call() != null) {
            line("    ", "(" + Signatures.parameters(type.call()) + "): void;");
        }
        if (type.iterates() != null) {
            line("    ", "[Symbol.iterator](): Iterator<" + type.iterates() + ">;");
        }
        if (type.closed() && type.members().isEmpty() && type.iterates() == null) {
            line("    ", "readonly [kind: symbol]: never;");
        }
        for (var member : type.members()) {
            doc("    ", member);
            line("    ", member(member, !type.shape()) + ";");
        }
        line("  ", "}");
    }

    private static String member(Member member, boolean readonly) {
        if (member.parameters() != null) {
            return signature(member);
        }
        return "%s%s%s: %s"
                .formatted(
                        readonly ? "readonly " : "",
                        member.name(),
                        member.optional() ? "?" : "",
                        member.type());
    }

    private static String signature(Member member) {
        var parameters = member.parameters() == null ? List.<Parameter>of() : member.parameters();
        var generic = member.generic() == null ? "" : "<" + member.generic() + ">";
        return member.name()
                + (member.optional() ? "?" : "")
                + generic
                + "("
                + Signatures.parameters(parameters)
                + "): "
                + member.returns();
    }

    private void doc(String indent, Map<String, String> doc) {
        line(indent, "/**");
        comment(indent, doc.get("en"));
        line(indent, " *");
        comment(indent, doc.get("zh"));
        line(indent, " */");
    }

    private void doc(String indent, Member member) {
        line(indent, "/**");
        var unit = member.unit() == null ? "" : " Unit: " + member.unit() + ".";
        comment(indent, member.doc().get("en") + unit + fallback(member.fallback()));
        line(indent, " *");
        comment(indent, member.doc().get("zh"));
        var parameters = member.parameters() == null ? List.<Parameter>of() : member.parameters();
        for (var parameter : parameters) {
            if (parameter.doc() != null) {
                var about = parameter.doc().get("en") + fallback(parameter.fallback());
                comment(indent, "@param " + parameter.name() + " " + about);
            }
        }
        if (!member.isAvailable()) {
            comment(indent, "@deprecated Not available yet: using it is an error that says so.");
        }
        line(indent, " */");
    }

    private static String fallback(@Nullable String fallback) {
        return fallback == null ? "" : " Default: " + fallback + ".";
    }

    /// What would end the comment is written so that it does not, and reads as before.
    private void comment(String indent, @Nullable String told) {
        line(indent, " * " + requireNonNull(told).replace("*/", "*\\/"));
    }

    private void line(String indent, String content) {
        text.append(indent).append(content).append('\n');
    }
}
