// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.draft;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.http.CurrentTenant;
import dev.sextant.http.Problem;
import dev.sextant.rule.HeaderReader;
import dev.sextant.rule.HeaderReader.Flaw;
import dev.sextant.rule.HeaderReader.Reading;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Checks a script while it is written; stores nothing.
@Path("/api/v1/rules/check")
@Tag(name = "Rules")
public class CheckResource {
    private final HeaderReader headers;
    private final CurrentTenant tenant;

    CheckResource(HeaderReader headers, CurrentTenant tenant) {
        this.headers = headers;
        this.tenant = tenant;
    }

    public record CheckRequest(@Nullable String source, @Nullable String language) {}

    /// @param header null when the script has errors
    public record CheckAnswer(@Nullable JsonNode header, List<Flaw> diagnostics) {}

    @POST
    @RolesAllowed("viewer")
    public CheckAnswer check(CheckRequest request) {
        if (request.source() == null) {
            throw new Problem(
                    Response.Status.BAD_REQUEST, "source-missing", "send the script as source");
        }
        var language = request.language() == null ? "javascript" : request.language();
        return switch (headers.read(tenant.id(), language, request.source())) {
            case Reading.Valid(var header, var warnings) ->
                    new CheckAnswer(header.json(), warnings);
            case Reading.Invalid(var flaws) -> new CheckAnswer(null, flaws);
        };
    }
}
