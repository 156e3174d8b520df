// SPDX-License-Identifier: Apache-2.0
package dev.sextant.sdk.definition;

import dev.sextant.sdk.definition.Definition.Member;
import dev.sextant.sdk.definition.Definition.Parameter;
import dev.sextant.sdk.definition.Definition.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How the members of the definition are written in Python: snake_case names, and keywords in place of the objects of
/// options that JavaScript takes.
final class PythonSignatures {
    private static final Pattern INNER_CAPITAL = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final Pattern PROPERTY = Pattern.compile("(\\w+)(\\?)?: ([^;}]+?)\\s*[;}]");
    private static final Pattern BY_NAME =
            Pattern.compile("\\{ (?:readonly )?\\[(\\w+): string]: (.+) }");
    private static final Set<String> KEYWORDS =
            Set.of("for", "from", "not", "except", "in", "is", "with", "as", "if", "or");

    private final Map<String, Type> types;

    PythonSignatures(Definition definition) {
        this.types =
                definition.types().stream()
                        .collect(Collectors.toMap(Type::name, Function.identity()));
    }

    /// The name in Python: snake_case, with an underscore behind it when Python has a word of that name.
    static String name(String name) {
        var snake = INNER_CAPITAL.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT);
        return KEYWORDS.contains(snake) ? snake + "_" : snake;
    }

    /// A default of the definition as Python writes it.
    static @Nullable String fallback(@Nullable String fallback) {
        if (fallback == null) {
            return null;
        }
        return switch (fallback) {
            case "true" -> "True";
            case "false" -> "False";
            case "null" -> "None";
            default -> fallback;
        };
    }

    /// `name: type` of a property, `name(parameters) -> type` of a method.
    String of(Member member) {
        var name = name(member.name());
        if (member.parameters() == null) {
            return name + ": " + PythonTypes.of(String.valueOf(member.type()));
        }
        var returns = PythonTypes.of(String.valueOf(member.returns()));
        return name + "(" + parameters(member.parameters()) + ") -> " + returns;
    }

    /// The parameters, with keywords behind a star.
    String parameters(List<Parameter> parameters) {
        var positional = new ArrayList<String>();
        var named = new ArrayList<String>();
        for (var parameter : parameters) {
            var keywords = keywords(parameter.type());
            var byName = BY_NAME.matcher(parameter.type());
            if (!keywords.isEmpty()) {
                keywords.forEach(keyword -> named.add(written(keyword)));
            } else if (byName.matches()) {
                named.add("**" + name(parameter.name()) + ": " + PythonTypes.of(byName.group(2)));
            } else {
                positional.add(written(parameter));
            }
        }
        boolean needsStar =
                !named.isEmpty()
                        && !named.getFirst().startsWith("**")
                        && positional.stream().noneMatch(one -> one.startsWith("*"));
        if (needsStar) {
            positional.add("*");
        }
        positional.addAll(named);
        return String.join(", ", positional);
    }

    /// What an object of options holds, as parameters; empty when a type is no such object.
    List<Parameter> keywords(String type) {
        var found = new ArrayList<Parameter>();
        for (var part : type.split(" & ")) {
            var shape = types.get(part);
            if (shape != null
                    && shape.shape()
                    && part.matches(".*(Options|Conditions|Definition)")) {
                found.addAll(members(shape));
            } else if (part.startsWith("{") && !BY_NAME.matcher(part).matches()) {
                PROPERTY.matcher(part)
                        .results()
                        .forEach(one ->
                                found.add(
                                        new Parameter(
                                                one.group(1),
                                                one.group(3),
                                                one.group(2) != null,
                                                false,
                                                null,
                                                null)));
            }
        }
        return found;
    }

    private static List<Parameter> members(Type shape) {
        return shape.members().stream()
                .filter(member -> !"javascript".equals(member.only()))
                .map(member ->
                        new Parameter(
                                member.name(),
                                String.valueOf(member.type()),
                                member.optional(),
                                false,
                                member.doc(),
                                member.fallback()))
                .toList();
    }

    private static String written(Parameter parameter) {
        var name = name(parameter.name());
        if (parameter.rest()) {
            return "*" + name + ": " + PythonTypes.of(parameter.type().replaceFirst("\\[]$", ""));
        }
        var type = PythonTypes.of(parameter.type());
        var fallback = fallback(parameter.fallback());
        if (fallback != null) {
            return name + ": " + type + " = " + fallback;
        }
        return parameter.optional()
                ? name + ": " + (type.endsWith("None") ? type : type + " | None") + " = None"
                : name + ": " + type;
    }
}
