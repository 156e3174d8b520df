// SPDX-License-Identifier: Apache-2.0
package dev.sextant.rule;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.rule.HeaderReader.Reading;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes a draft ready to be tried without saving it. A saved rule whose script is unchanged is tried as it runs: with the
/// versions of modules that it was saved with.
@ApplicationScoped
public class RuleTrial {
    private final Rules rules;
    private final HeaderReader headers;

    RuleTrial(Rules rules, HeaderReader headers) {
        this.rules = rules;
        this.headers = headers;
    }

    /// Whether a draft can be tried.
    public sealed interface Trial {
        record Ready(RuleHeader header, String language, String source, ObjectNode parameters)
                implements Trial {}

        /// @param flaw the first one of the script
        record Invalid(HeaderReader.Flaw flaw) implements Trial {}

        /// The request makes no sense, or a parameter's value may not be used.
        record Refused(String message) implements Trial {}

        record Unknown(String id) implements Trial {}
    }

    /// @param id the saved rule that the draft is to change; null for a new one
    public Trial ready(TenantId tenant, @Nullable String id, RuleDraft draft) {
        Optional<Rule> saved = id == null ? Optional.empty() : rules.find(tenant, new RuleId(id));
        if (id != null && saved.isEmpty()) {
            return new Trial.Unknown(id);
        }
        var source = draft.source() != null ? draft.source() : saved.map(Rule::source).orElse(null);
        if (source == null) {
            return new Trial.Refused("send either source or the id of a saved rule");
        }
        var language =
                draft.language() != null
                        ? draft.language()
                        : saved.map(Rule::language).orElse("javascript");
        var parameters =
                draft.parameters() != null
                        ? draft.parameters()
                        : saved.map(Rule::parameters)
                                .orElseGet(JsonNodeFactory.instance::objectNode);
        var unchanged =
                saved.filter(rule ->
                                rule.source().equals(source) && rule.language().equals(language))
                        .map(rule -> new Reading.Valid(rule.header(), List.of()));
        return switch (unchanged
                .<Reading>map(reading -> reading)
                .orElseGet(() -> headers.read(tenant, language, source))) {
            case Reading.Invalid(var flaws) -> new Trial.Invalid(flaws.getFirst());
            case Reading.Valid(var header, _) -> {
                var faults = ParameterCheck.faults(header, parameters);
                yield faults.isEmpty()
                        ? new Trial.Ready(header, language, source, parameters)
                        : new Trial.Refused(String.join("; ", faults));
            }
        };
    }
}
