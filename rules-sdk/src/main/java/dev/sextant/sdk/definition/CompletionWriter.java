// SPDX-License-Identifier: Apache-2.0
package dev.sextant.sdk.definition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.sdk.definition.Definition.Member;
import java.util.stream.Collectors;

/// The definition as a flat list for editors without a TypeScript service: one item per member, with the type that owns
/// it, its signature and its documentation per language.
final class CompletionWriter {
    private final JsonMapper mapper = new JsonMapper();
    private final ObjectNode root = mapper.createObjectNode();
    private final ArrayNode items = root.put("version", 1).putArray("items");

    private CompletionWriter() {}

    static String write(Definition definition) {
        return new CompletionWriter().completions(definition);
    }

    private String completions(Definition definition) {
        definition.functions().forEach(function -> item(definition.module(), function));
        for (var type : definition.types()) {
            type.members().forEach(member -> item(type.name(), member));
        }
        try {
            return mapper.writeValueAsString(root) + "\n";
        } catch (JsonProcessingException problem) {
            throw new IllegalStateException("a tree of JSON nodes was not written", problem);
        }
    }

    private void item(String owner, Member member) {
        var item = items.addObject();
        item.put("owner", owner);
        item.put("name", member.name());
        item.put("kind", member.parameters() == null ? "property" : "method");
        item.put("signature", signature(member));
        item.put("available", member.isAvailable());
        if (member.unit() != null) {
            item.put("unit", member.unit());
        }
        var doc = item.putObject("doc");
        member.doc().forEach(doc::put);
    }

    private static String signature(Member member) {
        if (member.parameters() == null) {
            return member.name() + ": " + member.type();
        }
        return member.parameters().stream()
                .map(parameter ->
                        parameter.name()
                                + (parameter.optional() ? "?" : "")
                                + ": "
                                + parameter.type())
                .collect(Collectors.joining(", ", member.name() + "(", "): " + member.returns()));
    }
}
