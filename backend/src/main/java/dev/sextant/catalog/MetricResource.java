// SPDX-License-Identifier: Apache-2.0
package dev.sextant.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sextant.http.CurrentTenant;
import dev.sextant.http.Page;
import dev.sextant.http.Problem;
import dev.sextant.telemetry.MetricFits;
import dev.sextant.tenant.MetricUse;
import dev.sextant.tenant.MetricUseSource;
import io.quarkus.arc.All;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/// The catalogue over REST.
@Path("/api/v1/metrics")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("viewer")
public class MetricResource {
    private static final int MAX_LIMIT = 1_000;

    private final Catalog catalog;
    private final List<MetricUseSource> uses;
    private final List<MetricFits> fits;
    private final CurrentTenant tenant;
    private final InstantSource clock;

    public MetricResource(
            Catalog catalog,
            @All List<MetricUseSource> uses,
            @All List<MetricFits> fits,
            CurrentTenant tenant,
            InstantSource clock) {
        this.catalog = catalog;
        this.uses = uses;
        this.fits = fits;
        this.tenant = tenant;
        this.clock = clock;
    }

    /// Metrics that a text finds, best first; without a text all, in order of their names.
    ///
    /// @param search words for names, descriptions, units, labels and their values; `label=value` for one value
    /// @param after the cursor of the page before
    @GET
    public Page<MetricJson> list(
            @QueryParam("search") @DefaultValue("") String search,
            @QueryParam("limit") @DefaultValue("100") int limit,
            @QueryParam("after") @DefaultValue("") String after) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new Problem(
                    400, "invalid-limit", "limit is %d; use 1 to %d".formatted(limit, MAX_LIMIT));
        }
        var found = catalog.list(tenant.id(), new MetricSearch(search, after, limit + 1));
        var shown = found.subList(0, Math.min(limit, found.size()));
        var next = found.size() > limit ? shown.getLast().name() : null;
        return new Page<>(shown.stream().map(MetricResource::json).toList(), next);
    }

    @GET
    @Path("/{name}")
    public MetricJson find(@PathParam("name") String name) {
        return json(existing(name), catalog.labels(tenant.id(), name));
    }

    /// What people say of a metric, in place of what they said before.
    @Schema(name = "MetricNote")
    public record Note(@Nullable List<String> owners, @Nullable List<String> tags) {}

    @PUT
    @Path("/{name}/note")
    @RolesAllowed("editor")
    @Operation(operationId = "noteMetric", summary = "Says who owns a metric and which tags it has")
    @APIResponse(responseCode = "200", description = "The metric as it is now")
    @APIResponse(responseCode = "400", description = "invalid-argument; nothing was changed")
    @APIResponse(responseCode = "404", description = "unknown-metric")
    public MetricJson note(@PathParam("name") String name, @Nullable Note note) {
        if (note == null || note.owners() == null || note.tags() == null) {
            throw new IllegalArgumentException(
                    "send {\"owners\": [\"ada\"], \"tags\": [\"core\"]}");
        }
        existing(name);
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        catalog.note(
                tenant.id(),
                name,
                new MetricNote(note.owners(), note.tags()),
                new MetricNotes.Said(now, tenant.account()));
        return find(name);
    }

    /// Where a metric is used, and which ready-made rules it could feed.
    @GET
    @Path("/{name}/uses")
    public UsesJson uses(@PathParam("name") String name) {
        var metadata = existing(name).metadata();
        var labels =
                catalog.labels(tenant.id(), name).stream()
                        .map(LabelUse::name)
                        .collect(Collectors.toSet());
        return new UsesJson(
                uses.stream().flatMap(source -> source.uses(tenant.id(), name).stream()).toList(),
                fits.stream().flatMap(source -> source.fits(metadata, labels).stream()).toList());
    }

    private Metric existing(String name) {
        return catalog.find(tenant.id(), name).orElseThrow(() -> unknown(name));
    }

    private Problem unknown(String name) {
        var near =
                catalog.list(tenant.id(), new MetricSearch(name, "", 1)).stream()
                        .map(metric -> "; did you mean %s?".formatted(metric.name()))
                        .findFirst()
                        .orElse("; /api/v1/metrics?search= finds names");
        return new Problem(
                404, "unknown-metric", "there is no metric \"%s\"%s".formatted(name, near));
    }

    private static MetricJson json(Metric metric) {
        return json(metric, null);
    }

    private static MetricJson json(Metric metric, @Nullable List<LabelUse> labels) {
        var metadata = metric.metadata();
        return new MetricJson(
                metadata.metric(),
                metadata.type().name().toLowerCase(Locale.ROOT),
                metadata.unit(),
                metadata.description(),
                metric.series(),
                metric.lastSeen(),
                metric.note().owners(),
                metric.note().tags(),
                labels);
    }

    /// @param uses strongest first
    /// @param fits best first
    public record UsesJson(List<MetricUse> uses, List<MetricFits.Fit> fits) {}

    /// A metric as callers see it; labels only where one metric was asked for.
    public record MetricJson(
            String name,
            String type,
            String unit,
            String description,
            long series,
            @Nullable Instant lastSeen,
            List<String> owners,
            List<String> tags,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<LabelUse> labels) {}
}
