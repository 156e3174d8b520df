// SPDX-License-Identifier: Apache-2.0
package dev.sextant.entity;

import dev.sextant.http.CurrentTenant;
import dev.sextant.http.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// What was done to the entities of the caller's tenant.
@Path("/api/v1/changes")
@Tag(name = "entities")
public class ChangeResource {
    private static final Duration USUAL = Duration.ofDays(1);
    private static final String EXAMPLE =
            "{\"changes\": [{\"entity\": \"service:service=pay\", \"kind\": \"deployment\", \"text\": \"4.2\"}]}";

    private final Changes changes;
    private final Entities entities;
    private final CurrentTenant tenant;
    private final InstantSource clock;

    public ChangeResource(
            Changes changes, Entities entities, CurrentTenant tenant, InstantSource clock) {
        this.changes = changes;
        this.entities = entities;
        this.tenant = tenant;
        this.clock = clock;
    }

    /// A change to be made known.
    ///
    /// @param time when it was done; left out: now
    @Schema(name = "ChangeDraft")
    public record Draft(
            @Nullable String entity,
            @Nullable String kind,
            @Nullable String text,
            @Nullable Instant time) {}

    /// What is to be made known: all of it or nothing of it.
    @Schema(name = "ChangeImport")
    public record Import(@Nullable List<Draft> changes) {}

    /// How many changes were made known.
    @Schema(name = "ChangeImported")
    public record Imported(int changes) {}

    /// A change of an entity, by its id.
    @Schema(name = "Change")
    public record View(String entity, String kind, String text, Instant time) {
        static View of(Change change) {
            return new View(change.entity(), change.kind(), change.text(), change.at());
        }
    }

    @GET
    @RolesAllowed("viewer")
    @Operation(
            operationId = "listChanges",
            summary = "What was changed from since (a day ago) until (now), the newest first")
    @APIResponse(responseCode = "200", description = "At most limit changes")
    @APIResponse(responseCode = "400", description = "invalid-argument: since, until or limit")
    public Page<View> list(
            @QueryParam("entity") @Nullable String entity,
            @QueryParam("since") @Nullable String since,
            @QueryParam("until") @Nullable String until,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        var end = AsOf.read("until", until, clock.instant());
        var stretch = new Changes.Stretch(AsOf.read("since", since, end.minus(USUAL)), end);
        var ofWhom = entity == null ? Set.<String>of() : Set.of(entity);
        var filter = new Changes.Filter(ofWhom, stretch, AsOf.limit(limit));
        return Page.all(changes.list(tenant.id(), filter).stream().map(View::of).toList());
    }

    @POST
    @RolesAllowed("editor")
    @Operation(operationId = "importChanges", summary = "Makes changes of entities known")
    @APIResponse(responseCode = "200", description = "All of them are known")
    @APIResponse(
            responseCode = "400",
            description = "invalid-json or invalid-argument; nothing was kept")
    @APIResponse(responseCode = "404", description = "unknown-entity; nothing was kept")
    public Imported add(@Nullable Import given) {
        var drafts = Imports.items(given == null ? null : given.changes(), "changes", EXAMPLE);
        var now = Imports.now(clock);
        var made = drafts.stream().map(draft -> change(draft, now)).toList();
        var ids = made.stream().map(Change::entity).toList();
        EntityResource.require(entities, tenant.id(), ids, now);
        changes.add(tenant.id(), made);
        return new Imported(made.size());
    }

    private static Change change(@Nullable Draft draft, Instant now) {
        if (draft == null || draft.entity() == null || draft.kind() == null) {
            throw new IllegalArgumentException(
                    "a change needs an entity, by its id, and a kind such as \"deployment\"");
        }
        var time = draft.time();
        if (time != null && time.isAfter(now)) {
            throw new IllegalArgumentException(
                    "a change cannot be later than now: %s".formatted(time));
        }
        var text = draft.text();
        return new Change(
                draft.entity(), time == null ? now : time, draft.kind(), text == null ? "" : text);
    }
}
