// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store;

import dev.sextant.http.CurrentTenant;
import dev.sextant.http.Problem;
import dev.sextant.telemetry.Durations;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// How long the samples of the caller's tenant are kept.
@Path("/api/v1/retention")
@Tag(name = "retention", description = "How long samples are kept")
public class RetentionResource {
    private static final Duration SHORTEST = Duration.ofHours(1);

    private final Retentions retentions;
    private final Duration longest;
    private final CurrentTenant tenant;

    RetentionResource(
            Retentions retentions,
            @ConfigProperty(name = "sextant.store.retention", defaultValue = "15d")
                    Duration longest,
            CurrentTenant tenant) {
        this.retentions = retentions;
        this.longest = longest;
        this.tenant = tenant;
    }

    /// @param retention how long samples are kept, such as `7d`
    /// @param longest how long the platform keeps them at most
    @Schema(name = "Retention")
    public record View(String retention, String longest) {}

    /// @param retention how long to keep samples, such as `7d`
    @Schema(name = "RetentionDraft")
    public record Draft(@Nullable String retention) {}

    @GET
    @RolesAllowed("viewer")
    public View find() {
        var own = retentions.find(tenant.id()).filter(asked -> asked.compareTo(longest) < 0);
        return new View(Durations.format(own.orElse(longest)), Durations.format(longest));
    }

    @PUT
    @RolesAllowed("admin")
    public View replace(@Nullable Draft draft) {
        if (draft == null || draft.retention() == null) {
            throw new Problem(400, "invalid-json", "send {\"retention\": \"7d\"}");
        }
        retentions.put(tenant.id(), checked(draft.retention()));
        return find();
    }

    @DELETE
    @RolesAllowed("admin")
    public void delete() {
        retentions.delete(tenant.id());
    }

    private Duration checked(String text) {
        Duration retention;
        try {
            retention = Durations.parse(text);
        } catch (IllegalArgumentException problem) {
            throw new Problem(400, "invalid-argument", String.valueOf(problem.getMessage()));
        }
        if (retention.compareTo(SHORTEST) < 0 || retention.compareTo(longest) > 0) {
            throw new Problem(
                    400,
                    "invalid-argument",
                    "samples can be kept for %s to %s; %s is outside of that"
                            .formatted(
                                    Durations.format(SHORTEST), Durations.format(longest), text));
        }
        return retention;
    }
}
