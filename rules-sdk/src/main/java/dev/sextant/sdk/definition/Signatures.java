// SPDX-License-Identifier: Apache-2.0
package dev.sextant.sdk.definition;

import dev.sextant.sdk.definition.Definition.Member;
import dev.sextant.sdk.definition.Definition.Parameter;
import java.util.List;
import java.util.stream.Collectors;

/// How the members of the definition are written in TypeScript.
final class Signatures {
    private Signatures() {}

    /// `name: type` of a property, `name(parameters): type` of a method.
    static String of(Member member) {
        return member.parameters() == null
                ? member.name() + (member.optional() ? "?: " : ": ") + member.type()
                : "%s(%s): %s"
                        .formatted(
                                member.name(), parameters(member.parameters()), member.returns());
    }

    static String parameters(List<Parameter> parameters) {
        return parameters.stream()
                .map(parameter ->
                        (parameter.rest() ? "..." : "")
                                + parameter.name()
                                + (parameter.optional() ? "?" : "")
                                + ": "
                                + parameter.type())
                .collect(Collectors.joining(", "));
    }
}
