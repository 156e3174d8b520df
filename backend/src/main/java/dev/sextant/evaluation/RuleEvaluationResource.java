// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation;

import dev.sextant.http.CurrentTenant;
import dev.sextant.http.Page;
import dev.sextant.http.Problem;
import dev.sextant.rule.RuleId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The ledger of one rule over REST.
@Path("/api/v1/rules/{id}/evaluations")
@Tag(name = "Evaluations")
public class RuleEvaluationResource {
    private static final int LARGEST_PAGE = 500;

    private final EvaluationLog log;
    private final CurrentTenant tenant;

    RuleEvaluationResource(EvaluationLog log, CurrentTenant tenant) {
        this.log = log;
        this.tenant = tenant;
    }

    /// @param before cursor from the page before: only older slots
    @GET
    @RolesAllowed("viewer")
    public Page<EvaluationView> list(
            String id,
            @QueryParam("before") @Nullable String before,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        var size = Math.clamp(limit, 1, LARGEST_PAGE);
        var entries =
                log.list(tenant.id(), new RuleId(id), before == null ? null : time(before), size);
        var next = entries.size() < size ? null : entries.getLast().slot().toString();
        return new Page<>(entries.stream().map(EvaluationView::of).toList(), next);
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException wrong) {
            throw new Problem(
                    Response.Status.BAD_REQUEST,
                    "invalid-argument",
                    "before must be a time such as 2026-03-02T10:15:30Z, was " + text);
        }
    }
}
