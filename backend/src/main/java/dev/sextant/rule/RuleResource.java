// SPDX-License-Identifier: Apache-2.0
package dev.sextant.rule;

import dev.sextant.http.CurrentTenant;
import dev.sextant.http.Page;
import dev.sextant.http.Problem;
import dev.sextant.rule.RuleSaving.Author;
import dev.sextant.rule.RuleSaving.Saved;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Rules over REST.
@Path("/api/v1/rules")
@Tag(name = "Rules")
public class RuleResource {
    private final Rules rules;
    private final RuleSaving saving;
    private final RuleStandings standings;
    private final CurrentTenant tenant;
    private final InstantSource clock;

    RuleResource(
            Rules rules,
            RuleSaving saving,
            RuleStandings standings,
            CurrentTenant tenant,
            InstantSource clock) {
        this.rules = rules;
        this.saving = saving;
        this.standings = standings;
        this.tenant = tenant;
        this.clock = clock;
    }

    @GET
    @RolesAllowed("viewer")
    public Page<RuleSummary> list() {
        var standing = standings.list(tenant.id());
        return Page.all(
                rules.list(tenant.id()).stream()
                        .map(rule ->
                                RuleSummary.of(
                                        rule,
                                        standing.getOrDefault(
                                                rule.id(), RuleStandings.Standing.unknown())))
                        .toList());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("viewer")
    @APIResponseSchema(value = RuleView.class, responseCode = "200")
    public Response find(String id) {
        return withVersion(Response.ok(), existing(id));
    }

    @GET
    @Path("/{id}/versions")
    @RolesAllowed("viewer")
    public Page<RuleVersion> versions(String id) {
        return Page.all(rules.versions(tenant.id(), existing(id).id()));
    }

    @POST
    @RolesAllowed("editor")
    @APIResponseSchema(value = RuleView.class, responseCode = "201")
    public Response create(RuleDraft draft) {
        return answer(saving.create(tenant.id(), draft, author()), true);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed("editor")
    @APIResponseSchema(value = RuleView.class, responseCode = "200")
    public Response replace(
            String id, @HeaderParam("If-Match") @Nullable String version, RuleDraft draft) {
        var before = existing(id);
        if (version == null) {
            throw new Problem(
                    428,
                    "version-required",
                    "send If-Match with the ETag of the version of rule %s that you changed"
                            .formatted(id));
        }
        if (!version.equals(etag(before))) {
            throw stale(before);
        }
        return answer(saving.replace(tenant.id(), before, draft, author()), false);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("editor")
    public void delete(String id) {
        saving.delete(tenant.id(), existing(id).id(), clock.instant());
    }

    private Response answer(Saved saved, boolean created) {
        return switch (saved) {
            case Saved.Stored(var rule, var tested) ->
                    (created
                                    ? Response.created(URI.create("/api/v1/rules/" + rule.id()))
                                    : Response.ok())
                            .entity(RuleView.of(rule, tested))
                            .header("ETag", etag(rule))
                            .build();
            case Saved.TestsFailed(var current, var tested) ->
                    throw new Problem(
                                    Response.Status.CONFLICT,
                                    "tests-failed",
                                    "this version fails its tests, and rule %s runs: it goes on as version %d; mend the rule or its tests, or save it switched off"
                                            .formatted(current.id(), current.version()))
                            .with("testRun", tested.results());
            case Saved.Invalid(var flaws) -> throw invalid("invalid-rule", flaws);
            case Saved.Exists(var id) ->
                    throw new Problem(
                            Response.Status.CONFLICT,
                            "rule-exists",
                            "there is a rule %s already: change it, or give this one another id"
                                    .formatted(id));
            case Saved.Stale(var current) -> throw stale(current);
        };
    }

    static Problem invalid(String code, List<HeaderReader.Flaw> flaws) {
        var first = flaws.getFirst();
        var problem =
                new Problem(Response.Status.BAD_REQUEST, code, first.message())
                        .with("diagnostics", flaws);
        if (first.line() != null) {
            problem = problem.with("line", first.line());
        }
        return first.column() == null ? problem : problem.with("column", first.column());
    }

    private static Problem stale(Rule current) {
        return new Problem(
                        Response.Status.PRECONDITION_FAILED,
                        "rule-changed",
                        "%s saved version %d of rule %s in between; nothing was overwritten"
                                .formatted(current.updatedBy(), current.version(), current.id()))
                .with("version", current.version());
    }

    private Rule existing(String id) {
        return rules.find(tenant.id(), new RuleId(id))
                .orElseThrow(() ->
                        new Problem(
                                Response.Status.NOT_FOUND,
                                "unknown-rule",
                                "there is no rule " + id));
    }

    private Author author() {
        return new Author(tenant.account(), clock.instant());
    }

    private static Response withVersion(Response.ResponseBuilder answer, Rule rule) {
        return answer.entity(RuleView.of(rule, null)).header("ETag", etag(rule)).build();
    }

    private static String etag(Rule rule) {
        return "\"" + rule.version() + "\"";
    }
}
