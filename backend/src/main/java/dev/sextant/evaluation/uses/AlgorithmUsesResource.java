// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.uses;

import dev.sextant.evaluation.uses.RuleAlgorithmUses.Use;
import dev.sextant.http.CurrentTenant;
import dev.sextant.http.Page;
import dev.sextant.http.Problem;
import dev.sextant.laboratory.AlgorithmName;
import dev.sextant.laboratory.OwnAlgorithms;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Which rules name an algorithm of the tenant's own, over REST.
@Path("/api/v1/algorithms/own/{name}/uses")
@Tag(name = "Algorithms")
@RolesAllowed("viewer")
public class AlgorithmUsesResource {
    private final OwnAlgorithms algorithms;
    private final RuleAlgorithmUses uses;
    private final CurrentTenant tenant;

    AlgorithmUsesResource(OwnAlgorithms algorithms, RuleAlgorithmUses uses, CurrentTenant tenant) {
        this.algorithms = algorithms;
        this.uses = uses;
        this.tenant = tenant;
    }

    /// @param following whether it names the algorithm without a version, which means the stable one
    /// @param versions that it names by number, ascending
    /// @param through names of the modules that name the algorithm
    public record UseView(
            String rule,
            Map<String, String> title,
            boolean following,
            List<Integer> versions,
            List<String> through) {
        static UseView of(Use use) {
            return new UseView(
                    use.rule(), use.title(), use.isFollowing(), use.versions(), use.through());
        }
    }

    @GET
    @Operation(summary = "The rules that name an algorithm of the tenant's own")
    public Page<UseView> list(String name) {
        var known =
                AlgorithmName.of(name)
                        .filter(wanted -> algorithms.find(tenant.id(), wanted).isPresent())
                        .orElseThrow(() ->
                                new Problem(
                                        Response.Status.NOT_FOUND,
                                        "unknown-algorithm",
                                        "there is no algorithm " + AlgorithmName.PREFIX + name));
        return Page.all(uses.uses(tenant.id(), known).stream().map(UseView::of).toList());
    }
}
