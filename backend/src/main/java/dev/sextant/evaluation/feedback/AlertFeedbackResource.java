// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.feedback;

import dev.sextant.evaluation.feedback.AlertFeedback.Ending;
import dev.sextant.evaluation.feedback.AlertFeedback.Opinion;
import dev.sextant.http.CurrentTenant;
import dev.sextant.http.Problem;
import dev.sextant.laboratory.LabelledIncident;
import dev.sextant.laboratory.LabelledIncidentResource.IncidentView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// What people say of one alert, over REST.
@Path("/api/v1/alerts/{id}/feedback")
@Tag(name = "alerts")
public class AlertFeedbackResource {
    private static final int LONGEST_NOTE = 500;

    private final AlertFeedback feedback;
    private final CurrentTenant tenant;
    private final InstantSource clock;

    AlertFeedbackResource(AlertFeedback feedback, CurrentTenant tenant, InstantSource clock) {
        this.feedback = feedback;
        this.tenant = tenant;
        this.clock = clock;
    }

    /// @param useful whether it was right to tell of the alert; false: it was noise
    public record Said(@Nullable Boolean useful, @Nullable String note) {}

    /// @param useful null while nobody has said anything
    /// @param labels what came of it: one for each metric that the rule read
    public record FeedbackView(@Nullable Boolean useful, String note, List<IncidentView> labels) {
        static FeedbackView of(List<LabelledIncident> labels) {
            var views = labels.stream().map(IncidentView::of).toList();
            return views.isEmpty()
                    ? new FeedbackView(null, "", views)
                    : new FeedbackView(views.getFirst().useful(), views.getFirst().note(), views);
        }
    }

    @GET
    @RolesAllowed("viewer")
    @Operation(summary = "What was said of an alert, and the labels that came of it")
    public FeedbackView find(String id) {
        return FeedbackView.of(
                feedback.find(tenant.id(), id).orElseThrow(AlertFeedbackResource::unknown));
    }

    @PUT
    @RolesAllowed("editor")
    @Operation(
            summary = "Say whether an alert was useful or noise",
            description =
                    "{\"useful\": false, \"note\": \"nightly backup\"}. It becomes a label on the series that the rule read, in the place of what was said before.")
    public FeedbackView keep(String id, @Nullable Said said) {
        if (said == null || said.useful() == null) {
            throw invalid(
                    "send useful: true when it was right to tell of the alert, false when it was noise");
        }
        var note = said.note() == null ? "" : said.note();
        if (note.length() > LONGEST_NOTE) {
            throw invalid(
                    "the note has %,d characters, and may have %,d"
                            .formatted(note.length(), LONGEST_NOTE));
        }
        var opinion = new Opinion(said.useful(), note, tenant.account(), clock.instant());
        return switch (feedback.keep(tenant.id(), id, opinion)) {
            case Ending.Kept(var labels) -> FeedbackView.of(labels);
            case Ending.UnknownAlert() -> throw unknown();
            case Ending.UnknownMetrics(var rule) ->
                    throw new Problem(
                            Response.Status.CONFLICT,
                            "unknown-metrics",
                            "nobody knows any more which metrics rule %s read: label the stretch on a chart of its metric instead"
                                    .formatted(rule));
            case Ending.Full(var allowed) ->
                    throw invalid(
                            "the tenant may have %,d labelled incidents, and no room for these: delete old ones"
                                    .formatted(allowed));
        };
    }

    @DELETE
    @RolesAllowed("editor")
    @Operation(summary = "Take back what was said of an alert, with its labels")
    public void delete(String id) {
        if (!feedback.delete(tenant.id(), id)) {
            throw unknown();
        }
    }

    private static Problem unknown() {
        return new Problem(
                Response.Status.NOT_FOUND, "unknown-alert", "this tenant has no such alert");
    }

    private static Problem invalid(String message) {
        return new Problem(Response.Status.BAD_REQUEST, "invalid-feedback", message);
    }
}
