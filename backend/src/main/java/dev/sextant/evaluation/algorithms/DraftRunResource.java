// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.algorithms;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.http.CurrentTenant;
import dev.sextant.laboratory.AlgorithmFiles;
import dev.sextant.laboratory.AlgorithmFiles.Reading;
import dev.sextant.laboratory.AlgorithmRuns.Program;
import dev.sextant.laboratory.AlgorithmVersion.Text;
import dev.sextant.laboratory.Model;
import dev.sextant.query.FrameJson;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Tries an algorithm while it is written; stores nothing.
@Path("/api/v1/algorithms/try")
@Tag(name = "Algorithms")
@RolesAllowed("editor")
public class DraftRunResource {
    private final OwnRuns runs;
    private final AlgorithmFiles files;
    private final CurrentTenant tenant;

    DraftRunResource(OwnRuns runs, AlgorithmFiles files, CurrentTenant tenant) {
        this.runs = runs;
        this.files = files;
        this.tenant = tenant;
    }

    @POST
    @Operation(
            summary = "Try the text of an algorithm on a query or on given series",
            description =
                    "{\"language\": \"javascript\", \"source\": \"…\", \"query\": {…}, \"options\": {}}, for an ONNX model with its bytes as \"model\" in base64, or with \"use\": \"own/x@1\" for that of a saved version; nothing is saved.")
    public FrameJson run(
            @RequestBody(content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
                    @Nullable JsonNode body) {
        return OwnRunResource.answered(() -> {
            var fields = OwnRuns.fields(body);
            return runs.run(tenant.id(), fields, draft(fields));
        });
    }

    /// The one that came along, or that of the version that `use` names.
    private @Nullable Model model(OptionFields fields) {
        var given = fields.node().path("model").asText();
        if (!given.isEmpty()) {
            return Model.of(given);
        }
        return OwnWork.isMeant(fields.node())
                ? runs.saved(tenant.id(), fields.node().path("use").asText()).text().model()
                : null;
    }

    private Program draft(OptionFields fields) {
        var source = fields.node().path("source").asText();
        var language = fields.node().path("language").asText("javascript");
        var text = new Text(language, source, "", model(fields));
        return switch (files.read(tenant.id(), text)) {
            case Reading.Valid(var header) ->
                    new Program("the draft", header.path("algorithm").asText(), text);
            case Reading.Invalid(var flaws) ->
                    throw new IllegalArgumentException(
                            flaws.stream()
                                    .map(flaw ->
                                            flaw.line() == null
                                                    ? flaw.message()
                                                    : "line %d: %s"
                                                            .formatted(flaw.line(), flaw.message()))
                                    .collect(Collectors.joining("; ")));
        };
    }
}
