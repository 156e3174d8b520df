// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.algorithms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.sextant.evaluation.algorithms.Comparison.Table;
import dev.sextant.http.CurrentTenant;
import dev.sextant.http.Problem;
import dev.sextant.query.QueryResource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Detectors side by side, over REST.
@Path("/api/v1/algorithms/compare")
@Tag(name = "Algorithms")
@RolesAllowed("viewer")
public class ComparisonResource {
    private static final int BAD_REQUEST = 400;

    private final Comparison comparison;
    private final CurrentTenant tenant;

    ComparisonResource(Comparison comparison, CurrentTenant tenant) {
        this.comparison = comparison;
        this.tenant = tenant;
    }

    @POST
    @Operation(
            summary = "Measure detectors, built-in ones and your own, on labelled incidents",
            description =
                    "{\"query\": {\"metric\": \"shop.orders\", \"last\": \"14d\", \"step\": \"1m\"}, \"methods\": [\"anomaly.auto\", \"own/night-shift@2\"], \"border\": 1}. The last two fifths of the range are judged.")
    public Table compare(
            @RequestBody(content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
                    @Nullable JsonNode body) {
        try {
            var asked = body == null ? MissingNode.getInstance() : body;
            return QueryResource.reading(() -> comparison.compare(tenant.id(), asked));
        } catch (IllegalArgumentException wrong) {
            throw new Problem(
                    BAD_REQUEST, "invalid-comparison", String.valueOf(wrong.getMessage()));
        }
    }
}
