// SPDX-License-Identifier: Apache-2.0
package dev.sextant.entity;

import dev.sextant.http.CurrentTenant;
import dev.sextant.http.Page;
import dev.sextant.http.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// When the entities of the caller's tenant are in maintenance.
@Path("/api/v1/maintenance")
@Tag(name = "entities")
public class MaintenanceResource {
    private static final String EXAMPLE =
            "{\"windows\": [{\"entity\": \"host:host=web-1\", \"until\": \"2026-03-02T12:00:00Z\", \"reason\": \"new disks\"}]}";

    private final Maintenance maintenance;
    private final Entities entities;
    private final CurrentTenant tenant;
    private final InstantSource clock;

    public MaintenanceResource(
            Maintenance maintenance, Entities entities, CurrentTenant tenant, InstantSource clock) {
        this.maintenance = maintenance;
        this.entities = entities;
        this.tenant = tenant;
        this.clock = clock;
    }

    /// A maintenance to be announced.
    ///
    /// @param since left out: now
    @Schema(name = "MaintenanceDraft")
    public record Draft(
            @Nullable String entity,
            @Nullable Instant since,
            @Nullable Instant until,
            @Nullable String reason) {}

    /// What is to be announced: all of it or nothing of it.
    @Schema(name = "MaintenanceImport")
    public record Import(@Nullable List<Draft> windows) {}

    /// How many windows were announced.
    @Schema(name = "MaintenanceImported")
    public record Imported(int windows) {}

    /// A maintenance of an entity, by its id.
    @Schema(name = "MaintenanceWindow")
    public record View(String id, String entity, Instant since, Instant until, String reason) {
        static View of(MaintenanceWindow window) {
            return new View(
                    window.id(), window.entity(), window.since(), window.until(), window.reason());
        }
    }

    @GET
    @RolesAllowed("viewer")
    @Operation(
            operationId = "listMaintenance",
            summary = "Windows that are not over, of one entity or of all, now or as of a time")
    @APIResponse(responseCode = "200", description = "A page of windows")
    @APIResponse(responseCode = "400", description = "invalid-argument: asOf or limit")
    public Page<View> list(
            @QueryParam("entity") @DefaultValue("") String entity,
            @QueryParam("asOf") @Nullable String asOf,
            @QueryParam("limit") @DefaultValue("100") int limit,
            @QueryParam("after") @DefaultValue("") String after) {
        var at = AsOf.read("asOf", asOf, clock.instant());
        var filter = new Maintenance.Filter(entity, after, AsOf.limit(limit) + 1);
        var found = maintenance.list(tenant.id(), filter, at);
        var page = found.stream().limit(limit).map(View::of).toList();
        return new Page<>(page, found.size() > limit ? page.getLast().id() : null);
    }

    @POST
    @RolesAllowed("editor")
    @Operation(operationId = "announceMaintenance", summary = "Announces maintenance of entities")
    @APIResponse(responseCode = "200", description = "All of it is announced")
    @APIResponse(
            responseCode = "400",
            description = "invalid-json or invalid-argument; nothing was kept")
    @APIResponse(responseCode = "404", description = "unknown-entity; nothing was kept")
    public Imported add(@Nullable Import given) {
        var drafts = Imports.items(given == null ? null : given.windows(), "windows", EXAMPLE);
        var now = Imports.now(clock);
        var windows = drafts.stream().map(draft -> window(draft, now)).toList();
        var ids = windows.stream().map(MaintenanceWindow::entity).toList();
        EntityResource.require(entities, tenant.id(), ids, now);
        maintenance.add(tenant.id(), windows);
        return new Imported(windows.size());
    }

    private static MaintenanceWindow window(@Nullable Draft draft, Instant now) {
        if (draft == null || draft.entity() == null || draft.until() == null) {
            throw new IllegalArgumentException(
                    "a maintenance needs an entity, by its id, and until, the time at which it ends");
        }
        var since = draft.since();
        var reason = draft.reason();
        return new MaintenanceWindow(
                "",
                draft.entity(),
                since == null ? now : since,
                draft.until(),
                reason == null ? "" : reason);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("editor")
    @Operation(
            operationId = "endMaintenance",
            summary = "Ends a window now; one that has not begun is taken back")
    @APIResponse(responseCode = "204", description = "Ended")
    @APIResponse(responseCode = "404", description = "unknown-maintenance")
    public void end(String id) {
        if (!maintenance.end(tenant.id(), id, Imports.now(clock))) {
            throw new Problem(
                    404,
                    "unknown-maintenance",
                    "this tenant has no maintenance \"%s\" that could end".formatted(id));
        }
    }
}
