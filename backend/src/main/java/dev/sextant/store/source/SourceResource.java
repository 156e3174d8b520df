// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.source;

import dev.sextant.http.CurrentTenant;
import dev.sextant.http.Page;
import dev.sextant.http.Problem;
import dev.sextant.store.SourceUnavailableException;
import dev.sextant.store.source.SourceBook.Saved;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Where else the series of the caller's tenant lie.
@Path("/api/v1/sources")
@Tag(
        name = "sources",
        description = "Series that lie elsewhere, read only; viewers read, editors write")
public class SourceResource {
    private final SourceBook book;
    private final Sources sources;
    private final SourceQuestions questions;
    private final SourceLines lines;
    private final CurrentTenant tenant;

    SourceResource(
            SourceBook book,
            Sources sources,
            SourceQuestions questions,
            SourceLines lines,
            CurrentTenant tenant) {
        this.book = book;
        this.sources = sources;
        this.questions = questions;
        this.lines = lines;
        this.tenant = tenant;
    }

    /// A source with how it has answered.
    @Schema(name = "SourceView")
    public record View(int version, SourceSpec source, SourceHealth health) {}

    @GET
    @RolesAllowed("viewer")
    public Page<View> list() {
        return Page.all(sources.list(tenant.id()).stream().map(this::view).toList());
    }

    @GET
    @Path("/{name}")
    @RolesAllowed("viewer")
    @APIResponseSchema(value = View.class, responseCode = "200")
    public Response find(String name) {
        return answer(Response.ok(), existing(name));
    }

    @POST
    @RolesAllowed("editor")
    @APIResponseSchema(value = View.class, responseCode = "201")
    public Response create(@Nullable SourceSpec spec) {
        return saved(book.add(tenant.id(), given(spec)), true);
    }

    @PUT
    @Path("/{name}")
    @RolesAllowed("editor")
    @APIResponseSchema(value = View.class, responseCode = "200")
    public Response replace(
            String name,
            @HeaderParam("If-Match") @Nullable String version,
            @Nullable SourceSpec spec) {
        var before = existing(name);
        if (version == null) {
            throw new Problem(
                    428,
                    "version-required",
                    "send If-Match with the ETag of the source that you changed");
        }
        if (!version.equals(etag(before))) {
            throw stale();
        }
        return saved(book.replace(tenant.id(), before, given(spec)), false);
    }

    @DELETE
    @Path("/{name}")
    @RolesAllowed("editor")
    public void delete(String name) {
        if (!book.delete(tenant.id(), name)) {
            throw unknown();
        }
        lines.forget(tenant.id(), name);
    }

    @POST
    @Path("/try")
    @RolesAllowed("editor")
    public SourceBook.Trial tryOut(@Nullable SourceSpec spec) {
        return book.tryOut(tenant.id(), given(spec));
    }

    /// The metrics of a source as rules name them, in order of their names.
    ///
    /// @param search a part of the name
    @GET
    @Path("/{name}/metrics")
    @RolesAllowed("viewer")
    public Page<String> metrics(
            String name,
            @QueryParam("search") @DefaultValue("") String search,
            @QueryParam("limit") @DefaultValue("1000") int limit) {
        var source = existing(name);
        var part = search.toLowerCase(Locale.ROOT);
        try {
            return Page.all(
                    questions.metrics(tenant.id(), source).stream()
                            .filter(metric -> metric.toLowerCase(Locale.ROOT).contains(part))
                            .limit(Math.clamp(limit, 1, 10_000))
                            .map(metric -> TenantSources.name(source, metric))
                            .toList());
        } catch (SourceUnavailableException no) {
            throw new Problem(503, "source-unavailable", no.detail());
        }
    }

    private Response saved(Saved saved, boolean isNew) {
        return switch (saved) {
            case Saved.Stored(var source) ->
                    answer(
                            isNew
                                    ? Response.created(
                                            URI.create("/api/v1/sources/" + source.name()))
                                    : Response.ok(),
                            source);
            case Saved.Taken(var name) ->
                    throw new Problem(
                            409, "source-exists", "there is a source %s already".formatted(name));
            case Saved.Hiding(var metric) ->
                    throw new Problem(
                            409,
                            "source-hides-metric",
                            "the tenant has a metric %s, which a source of this name would hide: choose another name"
                                    .formatted(metric));
            case Saved.Full(var limit) ->
                    throw new Problem(
                            409,
                            "too-many-sources",
                            "this tenant has as many sources as it may have, %d; delete one first"
                                    .formatted(limit));
            case Saved.Stale() -> throw stale();
        };
    }

    private static SourceSpec given(@Nullable SourceSpec spec) {
        if (spec == null) {
            throw new Problem(
                    400,
                    "invalid-json",
                    "send {\"name\": \"prod\", \"kind\": \"prometheus\", \"url\": \"http://host:9090\"}");
        }
        return spec;
    }

    private Source existing(String name) {
        return sources.find(tenant.id(), name).orElseThrow(SourceResource::unknown);
    }

    private View view(Source source) {
        return new View(source.version(), source.spec(), lines.health(tenant.id(), source));
    }

    private Response answer(Response.ResponseBuilder response, Source source) {
        return response.entity(view(source)).header("ETag", etag(source)).build();
    }

    private static String etag(Source source) {
        return "\"" + source.version() + "\"";
    }

    private static Problem stale() {
        return new Problem(
                412,
                "source-changed",
                "somebody saved this source in between; nothing was overwritten");
    }

    private static Problem unknown() {
        return new Problem(404, "unknown-source", "this tenant has no such source");
    }
}
