// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query;

import dev.sextant.http.CurrentTenant;
import dev.sextant.http.Problem;
import dev.sextant.store.StoreUnavailableException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

/// Queries by REST: a plan in, series out.
@Path("/api/v1/query")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("viewer")
public class QueryResource {
    private final QueryEngine engine;
    private final CurrentTenant tenant;
    private final InstantSource clock;

    QueryResource(QueryEngine engine, CurrentTenant tenant, InstantSource clock) {
        this.engine = engine;
        this.tenant = tenant;
        this.clock = clock;
    }

    @POST
    @Operation(
            summary = "Run a query plan",
            description =
                    "A selection like {\"metric\": \"host.cpu.usage_ratio\", \"last\": \"1h\", \"step\": \"1m\"}, or any other plan by its \"op\".")
    public FrameJson query(
            @RequestBody(content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
                    String plan) {
        return switch (run(plan)) {
            case QueryResult.Answer answer -> FrameJson.of(answer);
            case QueryResult.Refused(var code, var message) ->
                    throw new Problem(status(code), code.text(), message);
        };
    }

    private QueryResult run(String plan) {
        try {
            return engine.run(tenant.id(), plan, clock.instant());
        } catch (StoreUnavailableException problem) {
            throw new Problem(503, "store-unavailable", String.valueOf(problem.getMessage()));
        }
    }

    private static int status(QueryResult.Code code) {
        return switch (code) {
            case UNKNOWN_METRIC -> 404;
            case INVALID_PLAN -> 400;
            case TOO_MANY_SERIES, TOO_MANY_POINTS -> 422;
        };
    }
}
