// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.rehearsal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.evaluation.RuleEvaluator.Job;
import dev.sextant.evaluation.RuleRun.RunProblem;
import dev.sextant.http.CurrentTenant;
import dev.sextant.http.Problem;
import dev.sextant.rule.Rule;
import dev.sextant.rule.RuleDraft;
import dev.sextant.rule.RuleId;
import dev.sextant.rule.RuleTrial;
import dev.sextant.rule.Rules;
import dev.sextant.script.Language;
import dev.sextant.script.Script;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Runs the test file of a draft or of a saved rule on made-up series; alerts nobody, stores nothing.
@Path("/api/v1/rules/test")
@Tag(name = "Rules")
public class RuleTestResource {
    private final Rehearsals rehearsals;
    private final RuleTrial trial;
    private final Rules rules;
    private final CurrentTenant tenant;
    private final ObjectMapper json;

    RuleTestResource(
            Rehearsals rehearsals,
            RuleTrial trial,
            Rules rules,
            CurrentTenant tenant,
            ObjectMapper json) {
        this.rehearsals = rehearsals;
        this.trial = trial;
        this.rules = rules;
        this.tenant = tenant;
        this.json = json;
    }

    /// @param source a draft; or null and `id`
    /// @param id a saved rule, which counts where the request has nothing
    /// @param tests the test file
    public record TestRequest(
            @Nullable String source,
            @Nullable String id,
            @Nullable String language,
            @Nullable String tests,
            @Nullable ObjectNode parameters) {}

    @POST
    @RolesAllowed("editor")
    public RehearsalAnswer test(TestRequest request) {
        var draft = RuleDraft.toTry(request.source(), request.language(), request.parameters());
        return switch (trial.ready(tenant.id(), request.id(), draft)) {
            case RuleTrial.Trial.Ready(var header, var language, var source, var parameters) -> {
                var script = new Script(Language.of(language).orElseThrow(), source);
                var job = new Job(header, script, parameters, json.createObjectNode());
                yield rehearsals.run(tenant.id(), job, tests(request));
            }
            case RuleTrial.Trial.Invalid(var flaw) ->
                    RehearsalAnswer.broken(
                            new RunProblem("the rule has an error: " + flaw.message(), null, null));
            case RuleTrial.Trial.Refused(var message) ->
                    throw new Problem(Response.Status.BAD_REQUEST, "invalid-test", message);
            case RuleTrial.Trial.Unknown(var id) ->
                    throw new Problem(
                            Response.Status.NOT_FOUND, "unknown-rule", "there is no rule " + id);
        };
    }

    private String tests(TestRequest request) {
        if (request.tests() != null) {
            return request.tests();
        }
        var saved =
                request.id() == null
                        ? null
                        : rules.find(tenant.id(), new RuleId(request.id()))
                                .map(Rule::tests)
                                .orElse(null);
        if (saved == null) {
            throw new Problem(
                    Response.Status.BAD_REQUEST, "invalid-test", "send the test file as tests");
        }
        return saved;
    }
}
