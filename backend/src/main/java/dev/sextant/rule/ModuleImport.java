// SPDX-License-Identifier: Apache-2.0
package dev.sextant.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;

/// A module at the version that one version of a rule runs with.
///
/// @param pinned whether the rule's header asks for this version; else it was the newest when the rule was saved
public record ModuleImport(ModuleName name, int version, boolean pinned) {

    /// Reads what [#json] writes; what is absent is an empty list.
    public static List<ModuleImport> list(JsonNode json) {
        var imports = new ArrayList<ModuleImport>();
        json.forEach(one ->
                imports.add(
                        new ModuleImport(
                                new ModuleName(one.path("name").asText()),
                                one.path("version").asInt(),
                                one.path("pinned").asBoolean())));
        return imports;
    }

    static ArrayNode json(List<ModuleImport> imports) {
        var list = JsonNodeFactory.instance.arrayNode();
        imports.forEach(one ->
                list.addObject()
                        .put("name", one.name().value())
                        .put("version", one.version())
                        .put("pinned", one.pinned()));
        return list;
    }
}
