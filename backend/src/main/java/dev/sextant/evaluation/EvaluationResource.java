// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation;

import dev.sextant.http.CurrentTenant;
import dev.sextant.http.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// One entry of the ledger over REST.
@Path("/api/v1/evaluations/{id}")
@Tag(name = "Evaluations")
public class EvaluationResource {
    private final EvaluationLog log;
    private final CurrentTenant tenant;

    EvaluationResource(EvaluationLog log, CurrentTenant tenant) {
        this.log = log;
        this.tenant = tenant;
    }

    @GET
    @RolesAllowed("viewer")
    public EvaluationView find(String id) {
        return log.find(tenant.id(), id)
                .map(EvaluationView::of)
                .orElseThrow(() ->
                        new Problem(
                                Response.Status.NOT_FOUND,
                                "unknown-evaluation",
                                "there is no evaluation " + id));
    }
}
