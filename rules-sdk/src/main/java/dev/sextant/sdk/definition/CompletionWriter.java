// SPDX-License-Identifier: Apache-2.0
package dev.sextant.sdk.definition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.sdk.definition.Definition.Member;
import dev.sextant.sdk.definition.Definition.Parameter;
import dev.sextant.sdk.definition.Definition.Type;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The definition for editors without a type service, `completion.json`, version 2:
///
/// - `types`: by name `doc`, and where they have it `iterates`, `extends`, `generic`: enough to follow a chain of calls.
/// - `items`: one per member, function, exported value and class. `owner` is the type that has it, or the module's name;
///   `kind` is `property`, `method`, `function`, `value` or `class`; `name`, `type` (of a method: what it returns) and
///   `signature` are JavaScript's, `pythonName`, `pythonType` and `pythonSignature` Python's; `doc` per language,
///   `available`, `terminal`, and where it has it `unit`, `default` and `only` (the one language that has the member).
/// - `parameters` of an item: `name`, `type`, `pythonName`, `pythonType`, `optional`, `rest`, and where they have it
///   `default`, `doc`, and `options`: the members of an object of options, in the same form; in Python these are keyword
///   arguments of the function itself.
final class CompletionWriter {
    private final JsonMapper mapper = new JsonMapper();
    private final ObjectNode root = mapper.createObjectNode();
    private final PythonSignatures python;
    private final Definition definition;

    private CompletionWriter(Definition definition) {
        this.definition = definition;
        this.python = new PythonSignatures(definition);
    }

    static String write(Definition definition) {
        return new CompletionWriter(definition).completions();
    }

    private String completions() {
        root.put("version", 2).put("module", definition.module());
        var types = root.putObject("types");
        definition.aliases().forEach(alias -> doc(types.putObject(alias.name()), alias.doc()));
        definition.types().forEach(type -> type(types.putObject(type.name()), type));
        root.putArray("items");
        for (var function : definition.functions()) {
            item(definition.module(), "function", function);
        }
        for (var value : definition.values()) {
            var item = item(definition.module(), "value", value.name(), value.doc());
            put(item, "type", value.type());
            put(item, "pythonName", value.python());
            put(item, "pythonType", value.type());
            put(item, "signature", value.name() + ": " + value.type());
            put(item, "pythonSignature", value.python() + ": " + value.type());
        }
        for (var type : definition.types()) {
            if (type.construct() != null) {
                constructor(type, type.construct());
            }
            for (var member : type.members()) {
                item(type.name(), member.parameters() == null ? "property" : "method", member);
            }
        }
        try {
            return mapper.writeValueAsString(root) + "\n";
        } catch (JsonProcessingException problem) {
            throw new IllegalStateException("a tree of JSON nodes was not written", problem);
        }
    }

    private static void type(ObjectNode into, Type type) {
        doc(into, type.doc());
        put(into, "iterates", type.iterates());
        put(into, "extends", type.parent());
        put(into, "generic", type.generic());
    }

    private void constructor(Type type, List<Parameter> parameters) {
        var item = item(definition.module(), "class", type.name(), type.doc());
        put(item, "pythonName", type.name());
        put(item, "type", type.name());
        put(item, "pythonType", type.name());
        put(
                item,
                "signature",
                "new %s(%s)".formatted(type.name(), Signatures.parameters(parameters)));
        put(
                item,
                "pythonSignature",
                "%s(%s)".formatted(type.name(), python.parameters(parameters)));
        parameters(item, parameters);
    }

    private void item(String owner, String kind, Member member) {
        var item = item(owner, kind, member.name(), member.doc());
        var type = String.valueOf(member.parameters() == null ? member.type() : member.returns());
        put(item, "type", type);
        put(item, "signature", Signatures.of(member));
        put(item, "pythonName", PythonSignatures.name(member.name()));
        put(item, "pythonType", PythonTypes.of(type));
        put(item, "pythonSignature", python.of(member));
        item.put("available", member.isAvailable());
        item.put("terminal", member.terminal());
        put(item, "unit", member.unit());
        put(item, "default", member.fallback());
        put(item, "only", member.only());
        if (member.parameters() != null) {
            parameters(item, member.parameters());
        }
    }

    private ObjectNode item(String owner, String kind, String name, Map<String, String> doc) {
        var item = root.withArray("items").addObject();
        item.put("owner", owner).put("name", name).put("kind", kind).put("available", true);
        doc(item, doc);
        return item;
    }

    private void parameters(ObjectNode item, List<Parameter> parameters) {
        for (var parameter : parameters) {
            var into = item.withArray("parameters").addObject();
            parameter(into, parameter);
            python.keywords(parameter.type())
                    .forEach(option -> parameter(into.withArray("options").addObject(), option));
        }
    }

    private static void parameter(ObjectNode into, Parameter parameter) {
        into.put("name", parameter.name()).put("type", parameter.type());
        into.put("pythonName", PythonSignatures.name(parameter.name()));
        into.put("pythonType", PythonTypes.of(parameter.type()));
        into.put("optional", parameter.optional()).put("rest", parameter.rest());
        put(into, "default", parameter.fallback());
        if (parameter.doc() != null) {
            doc(into, parameter.doc());
        }
    }

    private static void doc(ObjectNode into, Map<String, String> texts) {
        var doc = into.putObject("doc");
        texts.forEach(doc::put);
    }

    private static void put(ObjectNode into, String field, @Nullable String text) {
        if (text != null) {
            into.put(field, text);
        }
    }
}
