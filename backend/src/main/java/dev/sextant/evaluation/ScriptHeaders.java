// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.rule.HeaderReader;
import dev.sextant.rule.RuleHeader;
import dev.sextant.script.HeaderOutcome;
import dev.sextant.script.Language;
import dev.sextant.script.Sandbox;
import dev.sextant.script.Script;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Reads rule headers by running scripts in the sandbox with no capability.
@ApplicationScoped
public class ScriptHeaders implements HeaderReader {
    private final Sandbox sandbox;

    ScriptHeaders(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public Reading read(TenantId tenant, String language, String source) {
        var known = Language.of(language);
        if (known.isEmpty()) {
            return invalid(
                    "language \"%s\" is not known: use javascript or python".formatted(language));
        }
        return switch (sandbox.header(tenant, new Script(known.get(), source))) {
            case HeaderOutcome.Invalid(var errors) -> new Reading.Invalid(flaws("error", errors));
            case HeaderOutcome.Valid(var header, var warnings) -> valid(header, warnings);
        };
    }

    private static Reading valid(JsonNode header, List<HeaderOutcome.Diagnostic> warnings) {
        if (!header.path("every").isTextual()) {
            return invalid(
                    "cron and on are not available yet: give the rule an interval such as every: \"30s\"");
        }
        try {
            return new Reading.Valid(RuleHeader.of(header), flaws("warning", warnings));
        } catch (IllegalArgumentException wrong) {
            return invalid(String.valueOf(wrong.getMessage()));
        }
    }

    private static List<Flaw> flaws(String severity, List<HeaderOutcome.Diagnostic> diagnostics) {
        return diagnostics.stream()
                .map(found -> new Flaw(severity, found.message(), found.line(), found.column()))
                .toList();
    }

    private static Reading invalid(String message) {
        return new Reading.Invalid(List.of(new Flaw("error", message, null, null)));
    }
}
