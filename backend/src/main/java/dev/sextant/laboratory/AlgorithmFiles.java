// SPDX-License-Identifier: Apache-2.0
package dev.sextant.laboratory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.laboratory.AlgorithmVersion.Text;
import dev.sextant.script.HeaderOutcome;
import dev.sextant.script.HeaderOutcome.Diagnostic;
import dev.sextant.script.Sandbox;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads what the file of an algorithm says of itself, in the sandbox and with no capability.
@ApplicationScoped
public class AlgorithmFiles {
    private final Sandbox sandbox;
    private final LaboratoryConfig config;

    AlgorithmFiles(Sandbox sandbox, LaboratoryConfig config) {
        this.sandbox = sandbox;
        this.config = config;
    }

    /// How a reading ends.
    public sealed interface Reading {
        record Valid(JsonNode header) implements Reading {}

        /// @param flaws at least one
        record Invalid(List<Diagnostic> flaws) implements Reading {}
    }

    public Reading read(TenantId tenant, Text text) {
        var script = text.script();
        if (script.isEmpty()) {
            return invalid(
                    "language \"%s\" is not known: use javascript, python, or onnx for a model"
                            .formatted(text.language()));
        }
        var model = text.model();
        if (text.isOfModel() && model == null) {
            return invalid("send the bytes of the .onnx file in base64 as model");
        }
        if (model != null && model.bytes() > config.modelBytes()) {
            return invalid(
                    "the model has %,d bytes; %,d are allowed: make it smaller, or ask who runs this platform for more"
                            .formatted(model.bytes(), config.modelBytes()));
        }
        return switch (sandbox.header(tenant, script.get())) {
            case HeaderOutcome.Invalid(var errors) -> new Reading.Invalid(errors);
            case HeaderOutcome.Valid(var header, _) ->
                    header.path("algorithm").isTextual()
                            ? new Reading.Valid(described(header, model))
                            : invalid(
                                    "the file declares a rule: an algorithm is declared by algorithm({ score }), in Python by @algorithm() above def score(values, times)");
        };
    }

    /// The header, which tells a model by its bytes.
    private static JsonNode described(JsonNode header, @Nullable Model model) {
        if (model != null && header.path("model") instanceof ObjectNode told) {
            told.put("sha256", model.sha256()).put("bytes", model.bytes());
        }
        return header;
    }

    static Reading.Invalid invalid(String message) {
        return new Reading.Invalid(List.of(new Diagnostic(message, null, null)));
    }
}
