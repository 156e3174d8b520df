// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.sextant.evaluation.algorithms.AlgorithmMethods;
import dev.sextant.http.CurrentTenant;
import dev.sextant.http.Problem;
import dev.sextant.query.FrameJson;
import dev.sextant.query.QueryResource;
import dev.sextant.query.QueryResult;
import dev.sextant.query.TenantQueryLimits;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Plans over made-up series; nothing is stored.
@Path("/api/v1/made-up-queries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Algorithms")
@RolesAllowed("viewer")
public class MadeUpQueryResource {
    private static final int BAD_REQUEST = 400;

    private final TenantQueryLimits limits;
    private final AlgorithmMethods methods;
    private final CurrentTenant tenant;

    MadeUpQueryResource(TenantQueryLimits limits, AlgorithmMethods methods, CurrentTenant tenant) {
        this.limits = limits;
        this.methods = methods;
        this.tenant = tenant;
    }

    @POST
    @Operation(
            summary = "Run a query plan on made-up series",
            description =
                    "{\"run\": \"2026-03-02/2d\", \"every\": \"1m\", \"series\": [{\"metric\": \"m\", \"curve\": {\"kind\": \"wave\", \"period\": \"1d\", \"mean\": 900, \"amplitude\": 200}}], \"plan\": {\"metric\": \"m\", \"last\": \"2d\"}}")
    public FrameJson query(
            @RequestBody(content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
                    @Nullable JsonNode body) {
        return FrameJson.of(found(body));
    }

    @POST
    @Produces(QueryResource.PICTURE)
    @Operation(summary = "Run a query plan on made-up series: the answer as a picture")
    public String picture(
            @RequestBody(content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
                    @Nullable JsonNode body) {
        return QueryResource.picture(found(body).frame());
    }

    private QueryResult.Answer found(@Nullable JsonNode body) {
        try {
            var query = MadeUpQuery.of(body == null ? MissingNode.getInstance() : body);
            return switch (query.run(tenant.id(), limits.find(tenant.id()), methods)) {
                case QueryResult.Answer answer -> answer;
                case QueryResult.Refused refused -> throw QueryResource.problem(refused);
            };
        } catch (IllegalArgumentException wrong) {
            throw new Problem(
                    BAD_REQUEST, "invalid-made-up-query", String.valueOf(wrong.getMessage()));
        }
    }
}
