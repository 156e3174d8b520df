// SPDX-License-Identifier: Apache-2.0
package dev.sextant.entity.discovery;

import java.time.Duration;
import java.util.List;

/// How a tenant's entities are found.
///
/// @param endAfter how long no series speaks of a found entity until it ends
public record DiscoveryRules(
        List<EntityRule> entities, List<RelationRule> relations, Duration endAfter) {
    private static final int MOST = 50;
    private static final Duration SHORTEST = Duration.ofHours(2);
    private static final Duration LONGEST = Duration.ofDays(366);

    public DiscoveryRules {
        entities = List.copyOf(entities);
        relations = List.copyOf(relations);
        if (entities.size() > MOST || relations.size() > MOST) {
            throw new IllegalArgumentException(
                    "a discovery has at most %d rules for entities and %d for relations"
                            .formatted(MOST, MOST));
        }
        if (endAfter.compareTo(SHORTEST) < 0 || endAfter.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "endAfter lies between 2h and 366d: a series counts as active for up to two hours");
        }
    }

    /// What fits Prometheus' targets, OpenTelemetry's resources, Kubernetes' labels and Sextant's own host collector.
    public static DiscoveryRules usual() {
        return new DiscoveryRules(
                List.of(
                        EntityRule.of("host", "host"),
                        EntityRule.of("host", "host.name"),
                        EntityRule.of("service", "service"),
                        EntityRule.of("service", "service.name"),
                        EntityRule.of("service", "job"),
                        EntityRule.of("instance", "job", "instance"),
                        EntityRule.of("instance", "service.name", "service.instance.id"),
                        EntityRule.of("node", "node"),
                        EntityRule.of("node", "k8s.node.name"),
                        EntityRule.of("namespace", "namespace"),
                        EntityRule.of("namespace", "k8s.namespace.name"),
                        EntityRule.of("deployment", "namespace", "deployment"),
                        EntityRule.of("deployment", "k8s.namespace.name", "k8s.deployment.name"),
                        EntityRule.of("pod", "namespace", "pod"),
                        EntityRule.of("pod", "k8s.namespace.name", "k8s.pod.name")),
                List.of(
                        new RelationRule("instance", "part_of", "service"),
                        new RelationRule("instance", "runs_on", "host"),
                        new RelationRule("service", "runs_on", "pod"),
                        new RelationRule("deployment", "part_of", "namespace"),
                        new RelationRule("pod", "part_of", "deployment"),
                        new RelationRule("pod", "runs_on", "node")),
                Duration.ofDays(1));
    }
}
