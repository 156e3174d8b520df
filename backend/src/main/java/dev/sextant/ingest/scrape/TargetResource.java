// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.scrape;

import dev.sextant.http.CurrentTenant;
import dev.sextant.http.Page;
import dev.sextant.http.Problem;
import dev.sextant.ingest.scrape.TargetBook.Saved;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// What the caller's tenant has scraped.
@Path("/api/v1/targets")
@Tag(
        name = "targets",
        description = "Pages of metrics that are scraped; viewers read, editors write")
public class TargetResource {
    private final TargetBook book;
    private final Targets targets;
    private final ScrapeClock scrapes;
    private final CurrentTenant tenant;
    private final InstantSource clock;

    TargetResource(
            TargetBook book,
            Targets targets,
            ScrapeClock scrapes,
            CurrentTenant tenant,
            InstantSource clock) {
        this.book = book;
        this.targets = targets;
        this.scrapes = scrapes;
        this.tenant = tenant;
        this.clock = clock;
    }

    /// A target with how its last scrape went.
    ///
    /// @param state null before the first scrape, and while the target is not enabled
    @Schema(name = "TargetView")
    public record View(String id, int version, TargetSpec target, @Nullable TargetState state) {}

    @GET
    @RolesAllowed("viewer")
    public Page<View> list() {
        return Page.all(targets.list(tenant.id()).stream().map(this::view).toList());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("viewer")
    @APIResponseSchema(value = View.class, responseCode = "200")
    public Response find(String id) {
        return answer(Response.ok(), existing(id));
    }

    @POST
    @RolesAllowed("editor")
    @APIResponseSchema(value = View.class, responseCode = "201")
    public Response create(@Nullable TargetSpec spec) {
        return saved(book.add(tenant.id(), given(spec)), true);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed("editor")
    @APIResponseSchema(value = View.class, responseCode = "200")
    public Response replace(
            String id,
            @HeaderParam("If-Match") @Nullable String version,
            @Nullable TargetSpec spec) {
        var before = existing(id);
        if (version == null) {
            throw new Problem(
                    428,
                    "version-required",
                    "send If-Match with the ETag of the target that you changed");
        }
        if (!version.equals(etag(before))) {
            throw stale();
        }
        return saved(book.replace(tenant.id(), before, given(spec)), false);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("editor")
    public void delete(String id) {
        if (!book.delete(tenant.id(), id)) {
            throw unknown();
        }
    }

    @POST
    @Path("/try")
    @RolesAllowed("editor")
    public TargetBook.Trial tryOut(@Nullable TargetSpec spec) {
        return book.tryOut(tenant.id(), given(spec), clock.instant());
    }

    private Response saved(Saved saved, boolean isNew) {
        return switch (saved) {
            case Saved.Stored(var target) ->
                    answer(
                            isNew
                                    ? Response.created(URI.create("/api/v1/targets/" + target.id()))
                                    : Response.ok(),
                            target);
            case Saved.Taken(var id) ->
                    throw new Problem(
                            409,
                            "target-exists",
                            "target %s has the same job and instance already: change one of them"
                                    .formatted(id));
            case Saved.Full(var limit) ->
                    throw new Problem(
                            409,
                            "too-many-targets",
                            "this tenant has as many targets as it may have, %d; delete one first"
                                    .formatted(limit));
            case Saved.Stale() -> throw stale();
        };
    }

    private static TargetSpec given(@Nullable TargetSpec spec) {
        if (spec == null) {
            throw new Problem(
                    400,
                    "invalid-json",
                    "send {\"name\": \"node\", \"url\": \"http://host:9100/metrics\"}");
        }
        return spec;
    }

    private Target existing(String id) {
        return targets.find(tenant.id(), id).orElseThrow(TargetResource::unknown);
    }

    private View view(Target target) {
        return new View(
                target.id(),
                target.version(),
                target.spec(),
                scrapes.state(tenant.id(), target.id()).orElse(null));
    }

    private Response answer(Response.ResponseBuilder response, Target target) {
        return response.entity(view(target)).header("ETag", etag(target)).build();
    }

    private static String etag(Target target) {
        return "\"" + target.version() + "\"";
    }

    private static Problem stale() {
        return new Problem(
                412,
                "target-changed",
                "somebody saved this target in between; nothing was overwritten");
    }

    private static Problem unknown() {
        return new Problem(404, "unknown-target", "this tenant has no such target");
    }
}
