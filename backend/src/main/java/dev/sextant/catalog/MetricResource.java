// SPDX-License-Identifier: Apache-2.0
package dev.sextant.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sextant.http.CurrentTenant;
import dev.sextant.http.Page;
import dev.sextant.http.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The catalogue over REST.
@Path("/api/v1/metrics")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("viewer")
public class MetricResource {
    private static final int MAX_LIMIT = 1_000;

    private final Catalog catalog;
    private final CurrentTenant tenant;

    public MetricResource(Catalog catalog, CurrentTenant tenant) {
        this.catalog = catalog;
        this.tenant = tenant;
    }

    /// Metrics in order of their names.
    ///
    /// @param search words that name, unit or description must hold
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
        var metric =
                catalog.find(tenant.id(), name)
                        .orElseThrow(() ->
                                new Problem(
                                        404,
                                        "unknown-metric",
                                        "there is no metric \"%s\"; /api/v1/metrics?search= finds names"
                                                .formatted(name)));
        return json(metric, catalog.labels(tenant.id(), name));
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
                labels);
    }

    /// A metric as callers see it; labels only where one metric was asked for.
    public record MetricJson(
            String name,
            String type,
            String unit,
            String description,
            long series,
            @Nullable Instant lastSeen,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<LabelUse> labels) {}
}
