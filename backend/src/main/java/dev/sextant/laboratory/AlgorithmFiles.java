// SPDX-License-Identifier: Apache-2.0
package dev.sextant.laboratory;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.script.HeaderOutcome;
import dev.sextant.script.HeaderOutcome.Diagnostic;
import dev.sextant.script.Language;
import dev.sextant.script.Sandbox;
import dev.sextant.script.Script;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Reads what the file of an algorithm says of itself, in the sandbox and with no capability.
@ApplicationScoped
public class AlgorithmFiles {
    private final Sandbox sandbox;

    AlgorithmFiles(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /// How a reading ends.
    public sealed interface Reading {
        record Valid(JsonNode header) implements Reading {}

        /// @param flaws at least one
        record Invalid(List<Diagnostic> flaws) implements Reading {}
    }

    public Reading read(TenantId tenant, String language, String source) {
        var known = Language.of(language);
        if (known.isEmpty()) {
            return invalid(
                    "language \"%s\" is not known: use javascript or python".formatted(language));
        }
        return switch (sandbox.header(tenant, new Script(known.get(), source))) {
            case HeaderOutcome.Invalid(var errors) -> new Reading.Invalid(errors);
            case HeaderOutcome.Valid(var header, _) ->
                    header.path("algorithm").isTextual()
                            ? new Reading.Valid(header)
                            : invalid(
                                    "the file declares a rule: an algorithm is declared by algorithm({ score }), in Python by @algorithm() above def score(values, times)");
        };
    }

    static Reading.Invalid invalid(String message) {
        return new Reading.Invalid(List.of(new Diagnostic(message, null, null)));
    }
}
