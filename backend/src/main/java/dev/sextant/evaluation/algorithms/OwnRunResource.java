// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.algorithms;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.http.CurrentTenant;
import dev.sextant.http.Problem;
import dev.sextant.laboratory.AlgorithmName;
import dev.sextant.laboratory.AlgorithmRuns.Program;
import dev.sextant.query.FrameJson;
import dev.sextant.query.FrameMethods.UnfitFramesException;
import dev.sextant.query.QueryResource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// A run of one algorithm of the tenant's own: its stable version, or, as name@version, any.
@Path("/api/v1/algorithms/own/{name}/run")
@Tag(name = "Algorithms")
@RolesAllowed("viewer")
public class OwnRunResource {
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;

    private final OwnRuns runs;
    private final CurrentTenant tenant;

    OwnRunResource(OwnRuns runs, CurrentTenant tenant) {
        this.runs = runs;
        this.tenant = tenant;
    }

    @POST
    @Operation(
            summary = "Run an algorithm of the tenant's own on a query or on given series",
            description =
                    "As the run of a built-in one: {\"query\": {\"metric\": \"host.cpu.usage_ratio\", \"last\": \"1d\", \"step\": \"1m\"}, \"options\": {\"border\": 3}}.")
    public FrameJson run(
            @PathParam("name") String name,
            @RequestBody(content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
                    @Nullable JsonNode body) {
        var program = program(name);
        return answered(() -> runs.run(tenant.id(), OwnRuns.fields(body), program));
    }

    private Program program(String name) {
        try {
            return runs.saved(tenant.id(), AlgorithmName.PREFIX + name);
        } catch (IllegalArgumentException unknown) {
            throw new Problem(NOT_FOUND, "unknown-algorithm", String.valueOf(unknown.getMessage()));
        }
    }

    static FrameJson answered(Supplier<FrameJson> work) {
        try {
            return QueryResource.reading(work);
        } catch (UnfitFramesException failed) {
            throw new Problem(BAD_REQUEST, "algorithm-failed", failed.getMessage());
        } catch (IllegalArgumentException wrong) {
            throw new Problem(BAD_REQUEST, "invalid-run", String.valueOf(wrong.getMessage()));
        }
    }
}
