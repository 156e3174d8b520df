// SPDX-License-Identifier: Apache-2.0
package dev.sextant.entity;

import dev.sextant.http.CurrentTenant;
import dev.sextant.http.Page;
import dev.sextant.http.Problem;
import dev.sextant.telemetry.Labels;
import dev.sextant.tenant.TenantId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The entities of the caller's tenant.
@Path("/api/v1/entities")
@Tag(
        name = "entities",
        description = "What is watched, as of any time; viewers read, editors write")
public class EntityResource {
    private static final int MOST_RELATIONS = 500;
    private static final String EXAMPLE =
            "{\"entities\": [{\"type\": \"host\", \"labels\": {\"host\": \"web-1\"}, \"tags\": [\"core\"]}]}";

    private final Entities entities;
    private final Relations relations;
    private final CurrentTenant tenant;
    private final InstantSource clock;

    public EntityResource(
            Entities entities, Relations relations, CurrentTenant tenant, InstantSource clock) {
        this.entities = entities;
        this.relations = relations;
        this.tenant = tenant;
        this.clock = clock;
    }

    /// Which entities are asked for, and as of when.
    public static final class Question {
        @QueryParam("type")
        @Nullable String type;

        @QueryParam("search")
        @DefaultValue("")
        String search = "";

        @QueryParam("tag")
        @Nullable String tag;

        @QueryParam("asOf")
        @Nullable String asOf;

        @QueryParam("limit")
        @DefaultValue("100")
        int limit;

        @QueryParam("after")
        @DefaultValue("")
        String after = "";
    }

    /// An entity to be imported.
    ///
    /// @param labels what tells it apart from others of its type
    /// @param name left out: the values of its labels
    @Schema(name = "EntityDraft")
    public record Draft(
            @Nullable String type,
            @Nullable Map<String, String> labels,
            @Nullable String name,
            @Nullable List<String> tags,
            @Nullable List<String> owners) {}

    /// What is to be imported: all of it or nothing of it.
    @Schema(name = "EntityImport")
    public record Import(@Nullable List<Draft> entities) {}

    /// How many entities hold now as they were given.
    @Schema(name = "EntityImported")
    public record Imported(int entities) {}

    /// An entity as it was at the time that was asked for.
    ///
    /// @param since since when it is so
    /// @param until until when it was so; null: still
    @Schema(name = "Entity")
    public record View(
            String id,
            String type,
            Map<String, String> labels,
            String name,
            List<String> tags,
            List<String> owners,
            Instant since,
            @Nullable Instant until) {
        static View of(Entity entity) {
            return new View(
                    entity.id(),
                    entity.key().type(),
                    entity.key().labels().asMap(),
                    entity.facts().name(),
                    entity.facts().tags(),
                    entity.facts().owners(),
                    entity.since(),
                    entity.until());
        }
    }

    /// An entity with its relations, both as of the time that was asked for.
    ///
    /// @param next null: these are all of its relations; else the `after` with which `/api/v1/relations?entity=` goes on
    @Schema(name = "EntityDetail")
    public record Detail(
            View entity, List<RelationResource.View> relations, @Nullable String next) {}

    @GET
    @RolesAllowed("viewer")
    @Operation(
            operationId = "listEntities",
            summary = "Entities as of a time, in order of their ids")
    @APIResponse(responseCode = "200", description = "A page of entities")
    @APIResponse(responseCode = "400", description = "invalid-argument: asOf or limit")
    public Page<View> list(@BeanParam Question question) {
        int limit = AsOf.limit(question.limit);
        var filter =
                new EntityFilter(
                        question.type, question.search, question.tag, question.after, limit + 1);
        var found = entities.list(tenant.id(), filter, AsOf.read(question.asOf, clock.instant()));
        var items = found.stream().limit(limit).map(View::of).toList();
        return new Page<>(items, found.size() > limit ? items.getLast().id() : null);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("viewer")
    @Operation(operationId = "findEntity", summary = "One entity with its relations, as of a time")
    @APIResponse(responseCode = "200", description = "The entity")
    @APIResponse(responseCode = "404", description = "unknown-entity")
    public Detail find(String id, @QueryParam("asOf") @Nullable String asOf) {
        var at = AsOf.read(asOf, clock.instant());
        var entity = entities.find(tenant.id(), id, at).orElseThrow(() -> unknown(id));
        var filter = new Relations.Filter(id, null, "", MOST_RELATIONS + 1);
        var page = RelationResource.page(relations.list(tenant.id(), filter, at), MOST_RELATIONS);
        return new Detail(View.of(entity), page.items(), page.next());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("editor")
    @Operation(operationId = "importEntities", summary = "Makes or changes entities from now on")
    @APIResponse(responseCode = "200", description = "All of them hold now")
    @APIResponse(
            responseCode = "400",
            description = "invalid-json or invalid-argument; nothing was changed")
    @APIResponse(responseCode = "409", description = "too-many-entities; nothing was changed")
    public Imported put(@Nullable Import given) {
        var drafts = Imports.items(given == null ? null : given.entities(), "entities", EXAMPLE);
        var facts = new LinkedHashMap<EntityKey, Facts>();
        drafts.forEach(draft -> add(draft, facts));
        return put(facts);
    }

    @POST
    @Consumes("text/csv")
    @RolesAllowed("editor")
    @Operation(
            operationId = "importEntitiesFromCsv",
            summary =
                    "The same from CSV: columns type, name, tags and owners (words between semicolons); every other column is a label")
    @APIResponse(responseCode = "200", description = "All of them hold now")
    @APIResponse(responseCode = "400", description = "invalid-argument; nothing was changed")
    @APIResponse(responseCode = "409", description = "too-many-entities; nothing was changed")
    public Imported put(String csv) {
        return put(new Import(CsvTable.read(csv).stream().map(EntityResource::draft).toList()));
    }

    private static Draft draft(Map<String, String> row) {
        var labels = new LinkedHashMap<>(row);
        List.of("type", "name", "tags", "owners").forEach(labels::remove);
        return new Draft(
                row.get("type"),
                labels,
                row.get("name"),
                CsvTable.words(row.get("tags")),
                CsvTable.words(row.get("owners")));
    }

    private Imported put(Map<EntityKey, Facts> facts) {
        var now = Imports.now(clock);
        if (!entities.put(tenant.id(), facts, now)) {
            throw new Problem(
                    409,
                    "too-many-entities",
                    "this tenant would have more than %,d entities; delete some first"
                            .formatted(Entities.MOST));
        }
        return new Imported(facts.size());
    }

    private static void add(@Nullable Draft draft, Map<EntityKey, Facts> facts) {
        if (draft == null || draft.type() == null || draft.labels() == null) {
            throw new IllegalArgumentException(
                    "entity %d of the import lacks its type or its labels"
                            .formatted(facts.size() + 1));
        }
        if (draft.labels().values().stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException(
                    "entity %d of the import has a label without a value"
                            .formatted(facts.size() + 1));
        }
        var key = new EntityKey(draft.type(), Labels.of(draft.labels()));
        var name = draft.name();
        var said =
                new Facts(
                        name == null ? key.defaultName() : name,
                        listed(draft.tags()),
                        listed(draft.owners()));
        if (facts.put(key, said) != null) {
            throw new IllegalArgumentException("the import names %s twice".formatted(key.id()));
        }
    }

    private static List<String> listed(@Nullable List<String> words) {
        return words == null ? List.of() : words;
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("editor")
    @Operation(
            operationId = "endEntity",
            summary = "Ends an entity and its relations now; its past stays")
    @APIResponse(responseCode = "204", description = "Ended")
    @APIResponse(responseCode = "404", description = "unknown-entity")
    public void end(String id) {
        if (!entities.end(tenant.id(), id, Imports.now(clock))) {
            throw unknown(id);
        }
    }

    /// Refuses what is said of entities that are not there now.
    static void require(Entities entities, TenantId tenant, Collection<String> ids, Instant now) {
        var asked = new LinkedHashSet<>(ids);
        entities.findAll(tenant, asked, now).forEach(entity -> asked.remove(entity.id()));
        if (!asked.isEmpty()) {
            throw new Problem(
                    404,
                    "unknown-entity",
                    "this tenant has no entity \"%s\" now; import it first"
                            .formatted(asked.getFirst()));
        }
    }

    private static Problem unknown(String id) {
        return new Problem(
                404,
                "unknown-entity",
                "this tenant has no entity \"%s\" at that time; /api/v1/entities?search= finds ids"
                        .formatted(id));
    }
}
