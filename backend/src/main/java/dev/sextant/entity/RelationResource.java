// SPDX-License-Identifier: Apache-2.0
package dev.sextant.entity;

import dev.sextant.http.CurrentTenant;
import dev.sextant.http.Page;
import dev.sextant.http.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The relations between the entities of the caller's tenant.
@Path("/api/v1/relations")
@Tag(name = "entities")
public class RelationResource {
    private static final String EXAMPLE =
            "{\"relations\": [{\"from\": \"service:service=pay\", \"type\": \"runs_on\", \"to\": \"host:host=web-1\"}]}";

    private final Entities entities;
    private final Relations relations;
    private final CurrentTenant tenant;
    private final InstantSource clock;

    public RelationResource(
            Entities entities, Relations relations, CurrentTenant tenant, InstantSource clock) {
        this.entities = entities;
        this.relations = relations;
        this.tenant = tenant;
        this.clock = clock;
    }

    /// A relation to be made.
    ///
    /// @param type `runs_on`, `calls`, `part_of` or a word of the tenant's own
    @Schema(name = "RelationDraft")
    public record Draft(@Nullable String from, @Nullable String type, @Nullable String to) {}

    /// What is to be imported: all of it or nothing of it.
    @Schema(name = "RelationImport")
    public record Import(@Nullable List<Draft> relations) {}

    /// How many relations hold now as they were given.
    @Schema(name = "RelationImported")
    public record Imported(int relations) {}

    /// A relation between two entities, by their ids.
    ///
    /// @param since since when it holds
    /// @param until until when it held; null: still
    @Schema(name = "Relation")
    public record View(
            String from, String type, String to, Instant since, @Nullable Instant until) {
        static View of(Relation relation) {
            var link = relation.link();
            return new View(
                    link.from(), link.type(), link.to(), relation.since(), relation.until());
        }
    }

    @GET
    @RolesAllowed("viewer")
    @Operation(operationId = "listRelations", summary = "Relations as of a time, the oldest first")
    @APIResponse(responseCode = "200", description = "A page of relations")
    @APIResponse(responseCode = "400", description = "invalid-argument: asOf or limit")
    public Page<View> list(
            @QueryParam("entity") @Nullable String entity,
            @QueryParam("type") @Nullable String type,
            @QueryParam("asOf") @Nullable String asOf,
            @QueryParam("limit") @DefaultValue("100") int limit,
            @QueryParam("after") @DefaultValue("") String after) {
        var filter = new Relations.Filter(entity, type, after, AsOf.limit(limit) + 1);
        var found = relations.list(tenant.id(), filter, AsOf.read(asOf, clock.instant()));
        return page(found, limit);
    }

    /// The first of what was found, and where it goes on when more than these were.
    static Page<View> page(List<Relation> found, int limit) {
        var page = found.stream().limit(limit).toList();
        return new Page<>(
                page.stream().map(View::of).toList(),
                found.size() > limit ? page.getLast().id() : null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("editor")
    @Operation(operationId = "importRelations", summary = "Makes relations that hold from now on")
    @APIResponse(responseCode = "200", description = "All of them hold now")
    @APIResponse(
            responseCode = "400",
            description = "invalid-json or invalid-argument; nothing was changed")
    @APIResponse(responseCode = "404", description = "unknown-entity; nothing was changed")
    public Imported put(@Nullable Import given) {
        var drafts = Imports.items(given == null ? null : given.relations(), "relations", EXAMPLE);
        var now = Imports.now(clock);
        var links = drafts.stream().map(RelationResource::link).toList();
        var ends = links.stream().flatMap(link -> Stream.of(link.from(), link.to()));
        EntityResource.require(entities, tenant.id(), ends.toList(), now);
        relations.put(tenant.id(), links, now);
        return new Imported(links.size());
    }

    @POST
    @Consumes("text/csv")
    @RolesAllowed("editor")
    @Operation(
            operationId = "importRelationsFromCsv",
            summary = "The same from CSV with the columns from, type and to")
    @APIResponse(responseCode = "200", description = "All of them hold now")
    @APIResponse(responseCode = "400", description = "invalid-argument; nothing was changed")
    @APIResponse(responseCode = "404", description = "unknown-entity; nothing was changed")
    public Imported put(String csv) {
        return put(
                new Import(
                        CsvTable.read(csv).stream()
                                .map(row ->
                                        new Draft(row.get("from"), row.get("type"), row.get("to")))
                                .toList()));
    }

    private static Link link(@Nullable Draft draft) {
        if (draft == null || draft.from() == null || draft.type() == null || draft.to() == null) {
            throw new IllegalArgumentException(
                    "a relation needs from and to, the ids of entities, and a type");
        }
        return new Link(draft.from(), draft.type(), draft.to());
    }

    @DELETE
    @RolesAllowed("editor")
    @Operation(operationId = "endRelation", summary = "Ends a relation now; its past stays")
    @APIResponse(responseCode = "204", description = "Ended")
    @APIResponse(responseCode = "404", description = "unknown-relation")
    public void end(
            @QueryParam("from") @DefaultValue("") String from,
            @QueryParam("type") @DefaultValue("") String type,
            @QueryParam("to") @DefaultValue("") String to) {
        var link = new Link(from, type, to);
        if (!relations.end(tenant.id(), link, Imports.now(clock))) {
            throw new Problem(404, "unknown-relation", "this tenant has no such relation now");
        }
    }
}
