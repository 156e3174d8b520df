// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.http.CurrentTenant;
import dev.sextant.http.Problem;
import dev.sextant.rule.RuleId;
import dev.sextant.rule.Rules;
import dev.sextant.script.Sandbox;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// What a rule remembers from slot to slot, over REST.
@Path("/api/v1/rules/{id}/state")
@Tag(name = "Rules")
public class RuleStateResource {
    private final Rules rules;
    private final RuleStates states;
    private final Sandbox sandbox;
    private final CurrentTenant tenant;

    RuleStateResource(Rules rules, RuleStates states, Sandbox sandbox, CurrentTenant tenant) {
        this.rules = rules;
        this.states = states;
        this.sandbox = sandbox;
        this.tenant = tenant;
    }

    /// @param bytes of the state as JSON
    /// @param allowedBytes how many it may have
    public record StateView(JsonNode state, int bytes, int allowedBytes) {}

    @GET
    @RolesAllowed("viewer")
    public StateView find(String id) {
        var state = states.find(tenant.id(), existing(id));
        return new StateView(
                state, state.toString().getBytes(UTF_8).length, sandbox.status().stateBytes());
    }

    /// Lets the rule forget; its next evaluation starts with an empty state.
    @DELETE
    @RolesAllowed("editor")
    public void reset(String id) {
        states.delete(tenant.id(), existing(id));
    }

    private RuleId existing(String id) {
        return rules.find(tenant.id(), new RuleId(id))
                .orElseThrow(() ->
                        new Problem(
                                Response.Status.NOT_FOUND,
                                "unknown-rule",
                                "there is no rule " + id))
                .id();
    }
}
