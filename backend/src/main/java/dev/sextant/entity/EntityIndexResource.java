// SPDX-License-Identifier: Apache-2.0
package dev.sextant.entity;

import dev.sextant.http.CurrentTenant;
import dev.sextant.http.Page;
import dev.sextant.telemetry.Labels;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Ways to the entities of the caller's tenant: by their types, and from labels.
@Path("/api/v1")
@RolesAllowed("viewer")
@Tag(name = "entities")
public class EntityIndexResource {
    private static final String EXAMPLE = "{\"labels\": [{\"host\": \"web-1\", \"core\": \"0\"}]}";

    private final Entities entities;
    private final CurrentTenant tenant;
    private final InstantSource clock;

    public EntityIndexResource(Entities entities, CurrentTenant tenant, InstantSource clock) {
        this.entities = entities;
        this.tenant = tenant;
        this.clock = clock;
    }

    /// A type and how many entities of it there are.
    @Schema(name = "EntityType")
    public record Type(String type, long entities) {}

    /// The labels of series or alerts.
    @Schema(name = "EntityQuestion")
    public record Question(@Nullable List<Map<String, String>> labels) {}

    /// The entities that labels are about; more than one when several are equally specific.
    @Schema(name = "EntitiesAbout")
    public record About(Map<String, String> labels, List<EntityResource.View> entities) {}

    @GET
    @Path("/entity-types")
    @Operation(operationId = "listEntityTypes", summary = "The types of entities as of a time")
    @APIResponse(responseCode = "200", description = "Types in order of their names")
    public Page<Type> types(@QueryParam("asOf") @Nullable String asOf) {
        var types = entities.types(tenant.id(), AsOf.read(asOf, clock.instant()));
        return Page.all(
                types.entrySet().stream()
                        .map(entry -> new Type(entry.getKey(), entry.getValue()))
                        .toList());
    }

    @POST
    @Path("/entities-about")
    @Operation(
            operationId = "findEntitiesAbout",
            summary = "The entities that labels, those of a series or an alert, are about")
    @APIResponse(
            responseCode = "200",
            description = "In the order of the labels; labels that are about nobody are left out")
    @APIResponse(responseCode = "400", description = "invalid-json or invalid-argument")
    public Page<About> about(@Nullable Question question) {
        var asked = Imports.items(question == null ? null : question.labels(), "labels", EXAMPLE);
        var labels = asked.stream().map(EntityIndexResource::labels).distinct().toList();
        var found = entities.about(tenant.id(), labels, clock.instant());
        return Page.all(
                labels.stream()
                        .filter(found::containsKey)
                        .map(one -> new About(one.asMap(), views(found.get(one))))
                        .toList());
    }

    private static List<EntityResource.View> views(@Nullable List<Entity> found) {
        return found == null ? List.of() : found.stream().map(EntityResource.View::of).toList();
    }

    private static Labels labels(@Nullable Map<String, String> given) {
        if (given == null || given.values().stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("labels are a name and a value each: " + EXAMPLE);
        }
        return Labels.of(given);
    }
}
