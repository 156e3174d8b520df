// SPDX-License-Identifier: Apache-2.0
package dev.sextant.rule;

import dev.sextant.http.CurrentTenant;
import dev.sextant.http.Page;
import dev.sextant.http.Problem;
import dev.sextant.rule.ModuleSaving.Deleted;
import dev.sextant.rule.ModuleSaving.Saved;
import dev.sextant.rule.ModuleUses.ModuleUse;
import dev.sextant.rule.RuleSaving.Author;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Modules over REST.
@Path("/api/v1/modules")
@Tag(name = "Rules")
public class ModuleResource {
    private final Modules modules;
    private final ModuleSaving saving;
    private final ModuleUses uses;
    private final CurrentTenant tenant;
    private final InstantSource clock;

    ModuleResource(
            Modules modules,
            ModuleSaving saving,
            ModuleUses uses,
            CurrentTenant tenant,
            InstantSource clock) {
        this.modules = modules;
        this.saving = saving;
        this.uses = uses;
        this.tenant = tenant;
        this.clock = clock;
    }

    public record NewModule(@Nullable String name, @Nullable String source) {}

    public record ModuleText(@Nullable String source) {}

    /// All modules, each with the rules that run with it and at which version.
    @GET
    @RolesAllowed("viewer")
    public Page<ModuleView.Summary> list() {
        var users = uses.list(tenant.id());
        return Page.all(
                modules.newest(tenant.id()).entrySet().stream()
                        .map(module ->
                                ModuleView.Summary.of(
                                        module.getKey(),
                                        module.getValue(),
                                        users.getOrDefault(module.getKey(), List.of())))
                        .toList());
    }

    /// @param version the newest when absent
    @GET
    @Path("/{name: .+}")
    @RolesAllowed("viewer")
    @APIResponseSchema(value = ModuleView.class, responseCode = "200")
    public Response find(String name, @QueryParam("version") @Nullable Integer version) {
        var wanted = existing(name);
        int number = version == null ? newest(wanted) : version;
        var shown =
                modules.find(tenant.id(), wanted, number)
                        .orElseThrow(() ->
                                new Problem(
                                        Response.Status.NOT_FOUND,
                                        "unknown-module",
                                        "there is no version %d of module %s"
                                                .formatted(number, name)));
        return withVersion(Response.ok(), shown);
    }

    @POST
    @RolesAllowed("editor")
    @APIResponseSchema(value = ModuleView.class, responseCode = "201")
    public Response create(NewModule module) {
        if (module.name() == null || module.source() == null) {
            throw new Problem(
                    Response.Status.BAD_REQUEST,
                    "invalid-module",
                    "send the name, such as shared/budget.js, and the source");
        }
        var name = new ModuleName(module.name());
        return answer(saving.create(tenant.id(), name, module.source(), author()), true);
    }

    @PUT
    @Path("/{name: .+}")
    @RolesAllowed("editor")
    @APIResponseSchema(value = ModuleView.class, responseCode = "200")
    public Response replace(
            String name, @HeaderParam("If-Match") @Nullable String version, ModuleText text) {
        var existing = existing(name);
        if (version == null) {
            throw new Problem(
                    428,
                    "version-required",
                    "send If-Match with the ETag of the version of module %s that you changed"
                            .formatted(name));
        }
        int before = newest(existing);
        if (!version.equals(etag(before))) {
            throw stale(existing);
        }
        if (text.source() == null) {
            throw new Problem(
                    Response.Status.BAD_REQUEST, "invalid-module", "send the text as source");
        }
        return answer(
                saving.replace(tenant.id(), existing, before, text.source(), author()), false);
    }

    @DELETE
    @Path("/{name: .+}")
    @RolesAllowed("editor")
    public void delete(String name) {
        switch (saving.delete(tenant.id(), existing(name))) {
            case Deleted.Gone(), Deleted.Unknown() -> {}
            case Deleted.Used(var users) ->
                    throw new Problem(
                                    Response.Status.CONFLICT,
                                    "module-used",
                                    "module %s is used by %s: change these rules first"
                                            .formatted(name, names(users)))
                            .with("users", users);
        }
    }

    private Response answer(Saved saved, boolean created) {
        return switch (saved) {
            case Saved.Stored(var module) ->
                    withVersion(
                            created
                                    ? Response.created(
                                            URI.create("/api/v1/modules/" + module.name()))
                                    : Response.ok(),
                            module);
            case Saved.Invalid(var flaws) -> throw RuleResource.invalid("invalid-module", flaws);
            case Saved.Exists(var name) ->
                    throw new Problem(
                            Response.Status.CONFLICT,
                            "module-exists",
                            "there is a module %s already".formatted(name));
            case Saved.Stale(var name) -> throw stale(name);
        };
    }

    private Problem stale(ModuleName name) {
        int current = modules.newest(tenant.id()).getOrDefault(name, 0);
        return new Problem(
                        Response.Status.PRECONDITION_FAILED,
                        "module-changed",
                        "somebody saved version %d of module %s in between; nothing was overwritten"
                                .formatted(current, name))
                .with("version", current);
    }

    private ModuleName existing(String name) {
        return ModuleName.of(name)
                .filter(modules.newest(tenant.id())::containsKey)
                .orElseThrow(() ->
                        new Problem(
                                Response.Status.NOT_FOUND,
                                "unknown-module",
                                "there is no module " + name));
    }

    private int newest(ModuleName name) {
        return modules.newest(tenant.id()).getOrDefault(name, 0);
    }

    private Author author() {
        return new Author(tenant.account(), clock.instant());
    }

    private Response withVersion(Response.ResponseBuilder answer, ModuleVersion module) {
        var view =
                ModuleView.of(
                        module,
                        modules.versions(tenant.id(), module.name()),
                        uses.list(tenant.id()).getOrDefault(module.name(), List.of()));
        return answer.entity(view).header("ETag", etag(module.number())).build();
    }

    private static String names(List<ModuleUse> users) {
        return users.stream().map(ModuleUse::rule).collect(Collectors.joining(", "));
    }

    private static String etag(int version) {
        return "\"" + version + "\"";
    }
}
