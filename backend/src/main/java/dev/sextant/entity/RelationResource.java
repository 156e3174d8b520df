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
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The relations between the entities of the caller's tenant.
@Path("/api/v1/relations")
@Tag(name = "entities")
public class RelationResource {
    private static final int MOST_OF_AN_IMPORT = 5_000;

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
            return new View(link.from(), link.type(), link.to(), relation.from(), relation.to());
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
        var page = found.stream().limit(limit).toList();
        return new Page<>(
                page.stream().map(View::of).toList(),
                found.size() > limit ? page.getLast().id() : null);
    }

    @POST
    @RolesAllowed("editor")
    @Operation(operationId = "importRelations", summary = "Makes relations that hold from now on")
    @APIResponse(responseCode = "200", description = "All of them hold now")
    @APIResponse(
            responseCode = "400",
            description = "invalid-json or invalid-argument; nothing was changed")
    @APIResponse(responseCode = "404", description = "unknown-entity; nothing was changed")
    public Imported put(@Nullable Import given) {
        if (given == null || given.relations() == null) {
            throw new Problem(
                    400,
                    "invalid-json",
                    "send {\"relations\": [{\"from\": \"service:service=pay\", \"type\": \"runs_on\", \"to\": \"host:host=web-1\"}]}");
        }
        if (given.relations().size() > MOST_OF_AN_IMPORT) {
            throw new Problem(
                    400,
                    "invalid-argument",
                    "an import has at most %,d relations: send several"
                            .formatted(MOST_OF_AN_IMPORT));
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var links = given.relations().stream().map(RelationResource::link).toList();
        links.forEach(link -> {
            require(link.from(), now);
            require(link.to(), now);
        });
        relations.put(tenant.id(), links, now);
        return new Imported(links.size());
    }

    private static Link link(@Nullable Draft draft) {
        if (draft == null || draft.from() == null || draft.type() == null || draft.to() == null) {
            throw new IllegalArgumentException(
                    "a relation needs from and to, the ids of entities, and a type");
        }
        return new Link(draft.from(), draft.type(), draft.to());
    }

    private void require(String id, Instant at) {
        if (entities.find(tenant.id(), id, at).isEmpty()) {
            throw new Problem(
                    404,
                    "unknown-entity",
                    "this tenant has no entity \"%s\" now; import it first".formatted(id));
        }
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
        if (!relations.end(tenant.id(), link, clock.instant().truncatedTo(ChronoUnit.MILLIS))) {
            throw new Problem(404, "unknown-relation", "this tenant has no such relation now");
        }
    }
}
