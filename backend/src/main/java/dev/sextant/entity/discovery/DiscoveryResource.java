// SPDX-License-Identifier: Apache-2.0
package dev.sextant.entity.discovery;

import dev.sextant.http.CurrentTenant;
import dev.sextant.http.Problem;
import dev.sextant.telemetry.Durations;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The rules by which entities of the caller's tenant are found in labels.
@Path("/api/v1/discovery")
@Tag(name = "entities")
public class DiscoveryResource {
    private final DiscoveryPlans plans;
    private final CurrentTenant tenant;
    private final InstantSource clock;

    DiscoveryResource(DiscoveryPlans plans, CurrentTenant tenant, InstantSource clock) {
        this.plans = plans;
        this.tenant = tenant;
        this.clock = clock;
    }

    /// A rule for entities.
    ///
    /// @param labels that a series must have; their values tell entities of the type apart
    /// @param name the label that holds what people call it
    /// @param tags labels that become tags such as `zone:a`
    /// @param owners labels whose values are its owners
    @Schema(name = "DiscoveredEntity")
    public record EntityView(
            @Nullable String type,
            @Nullable List<String> labels,
            @Nullable String name,
            @Nullable List<String> tags,
            @Nullable List<String> owners) {}

    /// A rule for relations, by the types of both ends.
    @Schema(name = "DiscoveredRelation")
    public record RelationView(@Nullable String from, @Nullable String type, @Nullable String to) {}

    /// The rules. A PUT replaces all of them; it must carry the version that it was made from.
    ///
    /// @param endAfter how long no series speaks of a found entity until it ends, such as `1d`
    @Schema(name = "Discovery")
    public record View(
            @Nullable Integer version,
            @Nullable List<EntityView> entities,
            @Nullable List<RelationView> relations,
            @Nullable String endAfter,
            @Nullable Instant updatedAt,
            @Nullable String updatedBy) {
        static View of(DiscoveryPlan plan) {
            return new View(
                    plan.version(),
                    plan.rules().entities().stream().map(View::of).toList(),
                    plan.rules().relations().stream()
                            .map(rule -> new RelationView(rule.from(), rule.type(), rule.to()))
                            .toList(),
                    Durations.format(plan.rules().endAfter()),
                    plan.updatedAt(),
                    plan.updatedBy());
        }

        private static EntityView of(EntityRule rule) {
            return new EntityView(
                    rule.type(), rule.labels(), rule.name(), rule.tags(), rule.owners());
        }
    }

    @GET
    @RolesAllowed("viewer")
    @Operation(operationId = "findDiscovery", summary = "How entities are found in labels")
    @APIResponse(responseCode = "200", description = "The rules")
    public View find() {
        return View.of(plans.find(tenant.id()));
    }

    @PUT
    @RolesAllowed("editor")
    @Operation(operationId = "replaceDiscovery", summary = "Replaces the rules")
    @APIResponse(responseCode = "200", description = "The rules as they are now")
    @APIResponse(responseCode = "400", description = "invalid-argument; nothing was changed")
    @APIResponse(responseCode = "412", description = "discovery-changed; nothing was changed")
    public View replace(@Nullable View given) {
        if (given == null
                || given.version() == null
                || given.entities() == null
                || given.relations() == null) {
            throw new IllegalArgumentException(
                    "send {\"version\": ..., \"entities\": [{\"type\": \"host\", \"labels\": [\"host\"]}], \"relations\": [{\"from\": \"pod\", \"type\": \"runs_on\", \"to\": \"node\"}], \"endAfter\": \"1d\"}");
        }
        var endAfter = given.endAfter();
        var rules =
                new DiscoveryRules(
                        given.entities().stream().map(DiscoveryResource::rule).toList(),
                        given.relations().stream().map(DiscoveryResource::rule).toList(),
                        endAfter == null
                                ? DiscoveryRules.usual().endAfter()
                                : Durations.parse(endAfter));
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var plan = new DiscoveryPlan(given.version() + 1, rules, now, tenant.account());
        if (!plans.replace(tenant.id(), plan)) {
            throw new Problem(
                    412,
                    "discovery-changed",
                    "somebody saved the discovery in between; nothing was overwritten");
        }
        return View.of(plan);
    }

    private static EntityRule rule(EntityView view) {
        if (view == null || view.type() == null || view.labels() == null) {
            throw new IllegalArgumentException(
                    "a rule for entities needs a type and the labels that tell them apart");
        }
        return new EntityRule(
                view.type(),
                view.labels(),
                view.name(),
                listed(view.tags()),
                listed(view.owners()));
    }

    private static RelationRule rule(RelationView view) {
        if (view == null || view.from() == null || view.type() == null || view.to() == null) {
            throw new IllegalArgumentException("a rule for relations needs from, type and to");
        }
        return new RelationRule(view.from(), view.type(), view.to());
    }

    private static List<String> listed(@Nullable List<String> names) {
        return names == null ? List.of() : names;
    }
}
