// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.draft;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.evaluation.RuleEvaluator;
import dev.sextant.evaluation.RuleEvaluator.Job;
import dev.sextant.evaluation.RuleRun.RunProblem;
import dev.sextant.http.CurrentTenant;
import dev.sextant.http.Problem;
import dev.sextant.rule.RuleDraft;
import dev.sextant.rule.RuleTrial;
import dev.sextant.script.Language;
import dev.sextant.script.Script;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Runs a draft or a saved rule once, as it would run in a slot, and shows what came of it; alerts nobody, stores nothing.
@Path("/api/v1/rules/run")
@Tag(name = "Rules")
public class RunResource {
    private final RuleEvaluator evaluator;
    private final RuleTrial trial;
    private final CurrentTenant tenant;
    private final InstantSource clock;
    private final ObjectMapper json;

    RunResource(
            RuleEvaluator evaluator,
            RuleTrial trial,
            CurrentTenant tenant,
            InstantSource clock,
            ObjectMapper json) {
        this.evaluator = evaluator;
        this.trial = trial;
        this.tenant = tenant;
        this.clock = clock;
        this.json = json;
    }

    /// @param source a draft; or null and {@code id}
    /// @param id a saved rule, whose parameters and language count where the request has none
    /// @param at the moment to run for; now when absent
    public record RunRequest(
            @Nullable String source,
            @Nullable String id,
            @Nullable String language,
            @Nullable ObjectNode parameters,
            @Nullable Instant at) {}

    @POST
    @RolesAllowed("editor")
    public RunAnswer run(RunRequest request) {
        var draft = RuleDraft.toTry(request.source(), request.language(), request.parameters());
        return switch (trial.ready(tenant.id(), request.id(), draft)) {
            case RuleTrial.Trial.Ready(var header, var language, var source, var parameters) -> {
                var script = new Script(Language.of(language).orElseThrow(), source);
                var at = request.at() == null ? clock.instant() : request.at();
                yield RunAnswer.of(
                        evaluator.run(
                                tenant.id(),
                                new Job(header, script, parameters, json.createObjectNode()),
                                at));
            }
            case RuleTrial.Trial.Invalid(var flaw) ->
                    RunAnswer.failed(new RunProblem(flaw.message(), flaw.line(), flaw.column()));
            case RuleTrial.Trial.Refused(var message) ->
                    throw new Problem(Response.Status.BAD_REQUEST, "invalid-run", message);
            case RuleTrial.Trial.Unknown(var id) ->
                    throw new Problem(
                            Response.Status.NOT_FOUND, "unknown-rule", "there is no rule " + id);
        };
    }
}
