// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.cleaning;

import dev.sextant.http.CurrentTenant;
import dev.sextant.http.Problem;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.SeriesKey;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// What the caller's tenant does to samples on their way in.
@Path("/api/v1/cleaning")
@Tag(name = "cleaning", description = "Steps that every sample takes on its way in")
public class CleaningResource {
    private final CleaningPlans plans;
    private final TenantCleaning cleaning;
    private final CleaningTrial trial;
    private final CurrentTenant tenant;
    private final InstantSource clock;

    CleaningResource(
            CleaningPlans plans,
            TenantCleaning cleaning,
            CleaningTrial trial,
            CurrentTenant tenant,
            InstantSource clock) {
        this.plans = plans;
        this.cleaning = cleaning;
        this.trial = trial;
        this.tenant = tenant;
        this.clock = clock;
    }

    /// Steps to be saved.
    @Schema(name = "CleaningDraft")
    public record Draft(@Nullable List<StepDraft> steps) {}

    /// Steps to be tried.
    ///
    /// @param series the series to try them on; left out: series of the tenant that came in lately
    /// @param metric with series left out: only metrics whose name holds this text
    @Schema(name = "CleaningTrial")
    public record Trial(
            @Nullable List<StepDraft> steps,
            @Nullable List<Sample> series,
            @Nullable String metric) {}

    /// A series to try steps on.
    @Schema(name = "CleaningSample")
    public record Sample(@Nullable String metric, @Nullable Map<String, String> labels) {}

    @GET
    @RolesAllowed("viewer")
    @APIResponseSchema(value = CleaningPlan.class, responseCode = "200")
    public Response find() {
        return answer(plans.find(tenant.id()));
    }

    @PUT
    @RolesAllowed("editor")
    @APIResponseSchema(value = CleaningPlan.class, responseCode = "200")
    public Response replace(
            @HeaderParam("If-Match") @Nullable String version, @Nullable Draft draft) {
        if (draft == null || draft.steps() == null) {
            throw new Problem(400, "invalid-json", "send {\"steps\": [...]}");
        }
        if (version == null) {
            throw new Problem(
                    428,
                    "version-required",
                    "send If-Match with the ETag of the cleaning that you changed");
        }
        var before = plans.find(tenant.id());
        var plan =
                new CleaningPlan(
                        before.version() + 1, draft.steps(), clock.instant(), tenant.account());
        if (!version.equals(etag(before)) || !cleaning.replace(tenant.id(), plan)) {
            throw new Problem(
                    412,
                    "cleaning-changed",
                    "somebody saved the cleaning in between; nothing was overwritten");
        }
        return answer(plan);
    }

    @POST
    @Path("/try")
    @RolesAllowed("editor")
    public CleaningTrial.Answer tryOut(@Nullable Trial asked) {
        if (asked == null || asked.steps() == null) {
            throw new Problem(
                    400,
                    "invalid-json",
                    "send {\"steps\": [...], \"series\": [{\"metric\", \"labels\": {}}]}");
        }
        var given = asked.series();
        if (given != null && given.size() > CleaningTrial.MOST_SERIES) {
            throw new Problem(
                    400,
                    "invalid-argument",
                    "at most %d series can be tried at once".formatted(CleaningTrial.MOST_SERIES));
        }
        var metric = asked.metric() == null ? "" : asked.metric();
        return trial.run(
                asked.steps(),
                given == null
                        ? trial.recent(tenant.id(), metric)
                        : given.stream().map(CleaningResource::key).toList());
    }

    private static SeriesKey key(Sample sample) {
        var labels = sample.labels();
        return new SeriesKey(
                sample.metric() == null ? "" : sample.metric(),
                labels == null ? Labels.none() : Labels.of(labels));
    }

    private static Response answer(CleaningPlan plan) {
        return Response.ok(plan).header("ETag", etag(plan)).build();
    }

    private static String etag(CleaningPlan plan) {
        return "\"" + plan.version() + "\"";
    }
}
