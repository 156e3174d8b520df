// SPDX-License-Identifier: Apache-2.0
package dev.sextant.catalog.quality;

import dev.sextant.catalog.Catalog;
import dev.sextant.http.CurrentTenant;
import dev.sextant.http.Problem;
import dev.sextant.telemetry.Durations;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/// How good the data of a metric are, over REST.
@Path("/api/v1/metrics/{name}/quality")
@RolesAllowed("viewer")
public class QualityResource {
    private final Catalog catalog;
    private final MetricQuality quality;
    private final CurrentTenant tenant;
    private final InstantSource clock;

    public QualityResource(
            Catalog catalog, MetricQuality quality, CurrentTenant tenant, InstantSource clock) {
        this.catalog = catalog;
        this.quality = quality;
        this.tenant = tenant;
        this.clock = clock;
    }

    /// @param looked of how many series the last hour was looked at
    /// @param series how many of them have a gap
    /// @param missing samples that did not come
    /// @param interval the usual distance between samples; null when there are too few to tell
    @Schema(name = "MetricGaps")
    public record GapsView(int looked, int series, long missing, @Nullable String interval) {}

    @Schema(name = "MetricQuality")
    public record View(
            long series,
            long silent,
            String silentAfter,
            GapsView gaps,
            MetricQuality.@Nullable Growth growth,
            boolean unitMissing,
            boolean descriptionMissing) {
        static View of(MetricQuality.Report report) {
            var gaps = report.gaps();
            var interval = gaps.interval();
            return new View(
                    report.series(),
                    report.silent(),
                    Durations.format(report.silentAfter()),
                    new GapsView(
                            gaps.looked(),
                            gaps.series(),
                            gaps.missing(),
                            interval == null ? null : Durations.format(interval)),
                    report.growth(),
                    report.unitMissing(),
                    report.descriptionMissing());
        }
    }

    @GET
    @Operation(
            operationId = "findMetricQuality",
            summary = "Gaps and silence of the last hour, growth since yesterday, what is not said")
    @APIResponse(responseCode = "200", description = "The report")
    @APIResponse(responseCode = "404", description = "unknown-metric")
    public View look(@PathParam("name") String name) {
        var metric =
                catalog.find(tenant.id(), name)
                        .orElseThrow(() ->
                                new Problem(
                                        404,
                                        "unknown-metric",
                                        "there is no metric \"%s\"; /api/v1/metrics?search= finds names"
                                                .formatted(name)));
        return View.of(quality.look(tenant.id(), metric, clock.instant()));
    }
}
