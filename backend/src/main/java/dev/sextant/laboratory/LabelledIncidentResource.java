// SPDX-License-Identifier: Apache-2.0
package dev.sextant.laboratory;

import dev.sextant.http.CurrentTenant;
import dev.sextant.http.Page;
import dev.sextant.http.Problem;
import dev.sextant.laboratory.LabelledIncident.Made;
import dev.sextant.laboratory.LabelledIncident.Stretch;
import dev.sextant.telemetry.Labels;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Labels of incidents over REST.
@Path("/api/v1/labelled-incidents")
@Tag(name = "Algorithms")
public class LabelledIncidentResource {
    private static final int LONGEST_NOTE = 500;
    private static final int LONGEST_METRIC = 200;
    private static final int LONGEST_LABELS = 4_000;

    private final LabelledIncidents incidents;
    private final LaboratoryConfig config;
    private final CurrentTenant tenant;
    private final InstantSource clock;

    LabelledIncidentResource(
            LabelledIncidents incidents,
            LaboratoryConfig config,
            CurrentTenant tenant,
            InstantSource clock) {
        this.incidents = incidents;
        this.config = config;
        this.tenant = tenant;
        this.clock = clock;
    }

    /// @param labels of the series; absent: all series of the metric
    /// @param useful whether it should be found; absent: yes
    public record NewIncident(
            @Nullable String metric,
            @Nullable Map<String, String> labels,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Boolean useful,
            @Nullable String note) {}

    /// @param alert of whose feedback it came; null when somebody pointed at a stretch of a series
    public record IncidentView(
            String id,
            String metric,
            Map<String, String> labels,
            Instant from,
            Instant to,
            boolean useful,
            String note,
            Instant madeAt,
            String madeBy,
            @Nullable String alert) {
        public static IncidentView of(LabelledIncident incident) {
            return new IncidentView(
                    incident.id(),
                    incident.metric(),
                    incident.labels().asMap(),
                    incident.stretch().from(),
                    incident.stretch().to(),
                    incident.isUseful(),
                    incident.made().note(),
                    incident.made().at(),
                    incident.made().by(),
                    incident.made().alert());
        }
    }

    /// @param metric of whose series; absent: all
    @GET
    @RolesAllowed("viewer")
    @Operation(summary = "List the incidents that were labelled")
    public Page<IncidentView> list(
            @QueryParam("metric") @Nullable String metric,
            @QueryParam("from") @Nullable Instant from,
            @QueryParam("to") @Nullable Instant to) {
        return Page.all(
                incidents
                        .list(
                                tenant.id(),
                                metric == null ? "" : metric,
                                from == null ? Instant.EPOCH : from,
                                to == null ? clock.instant() : to)
                        .stream()
                        .map(IncidentView::of)
                        .toList());
    }

    @POST
    @RolesAllowed("editor")
    @Operation(
            summary = "Label an incident",
            description =
                    "{\"metric\": \"shop.orders\", \"labels\": {\"zone\": \"a\"}, \"from\": \"2026-03-02T10:00:00Z\", \"to\": \"2026-03-02T10:30:00Z\", \"useful\": true}; useful is false for noise.")
    @APIResponseSchema(value = IncidentView.class, responseCode = "201")
    public Response create(NewIncident incident) {
        if (incidents.count(tenant.id()) >= config.incidents()) {
            throw invalid(
                    "the tenant has %,d labelled incidents, which is all that it may have: delete old ones"
                            .formatted(config.incidents()));
        }
        var made = labelled(incident);
        incidents.put(tenant.id(), made);
        return Response.created(URI.create("/api/v1/labelled-incidents/" + made.id()))
                .entity(IncidentView.of(made))
                .build();
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("editor")
    @Operation(summary = "Take a label back")
    public void delete(String id) {
        if (!incidents.delete(tenant.id(), id)) {
            throw new Problem(
                    Response.Status.NOT_FOUND,
                    "unknown-incident",
                    "there is no labelled incident " + id);
        }
    }

    private LabelledIncident labelled(NewIncident given) {
        if (given.metric() == null || given.from() == null || given.to() == null) {
            throw invalid("send the metric, from and to");
        }
        var labels = given.labels() == null ? Map.<String, String>of() : given.labels();
        var note = given.note() == null ? "" : given.note();
        if (given.metric().length() > LONGEST_METRIC
                || labels.toString().length() > LONGEST_LABELS
                || note.length() > LONGEST_NOTE) {
            throw invalid("the metric, the labels or the note of the incident are too long");
        }
        try {
            return new LabelledIncident(
                    UUID.randomUUID().toString(),
                    given.metric(),
                    Labels.of(labels),
                    new Stretch(given.from(), given.to()),
                    given.useful() == null || given.useful(),
                    new Made(clock.instant(), tenant.account(), note, null));
        } catch (IllegalArgumentException wrong) {
            throw invalid(String.valueOf(wrong.getMessage()));
        }
    }

    private static Problem invalid(String message) {
        return new Problem(Response.Status.BAD_REQUEST, "invalid-incident", message);
    }
}
