// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.cause;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Blame that starts at the symptom and walks to callees as far as they explain their callers; what no callee explains stays. Never
/// walks towards the symptom, and stops after a fixed number of steps where nodes call each other in rings.
final class BlameFlow {
    private static final int STEPS = 64;
    private static final double SETTLED = 1e-9;
    // Where a caller shows nothing, its callees are compared with each other.
    private static final double MOST_RATIO = 1e6;

    private final Map<String, List<Part>> parts = new LinkedHashMap<>();
    private final Map<String, Double> kept = new LinkedHashMap<>();
    private final Map<String, List<String>> paths = new LinkedHashMap<>();
    private Map<String, Double> moving = Map.of();

    private record Part(String callee, double share) {}

    BlameFlow(CallGraph graph, Map<String, Suspect> suspects) {
        suspects.keySet().forEach(node -> parts.put(node, parts(graph, suspects, node)));
    }

    private static List<Part> parts(CallGraph graph, Map<String, Suspect> suspects, String caller) {
        var from = suspects.getOrDefault(caller, Suspect.UNKNOWN);
        var found = new ArrayList<Part>();
        double sum = 0;
        for (var callee : graph.calleesOf(caller)) {
            var to = suspects.getOrDefault(callee, Suspect.UNKNOWN);
            boolean back =
                    to.evidence().distance() < from.evidence().distance() || callee.equals(caller);
            double share = back ? 0 : to.weight() * ratio(to.excess(), from.excess());
            if (share > 0) {
                found.add(new Part(callee, share));
                sum += share;
            }
        }
        double all = Math.max(1, sum);
        return found.stream().map(part -> new Part(part.callee, part.share / all)).toList();
    }

    private static double ratio(double part, double whole) {
        return part > MOST_RATIO * whole ? MOST_RATIO : whole > 0 ? part / whole : 0;
    }

    /// Lets one whole blame flow from the symptom until it stays.
    void settleFrom(String symptom) {
        paths.put(symptom, List.of(symptom));
        moving = Map.of(symptom, 1.0);
        for (int step = 0; !moving.isEmpty(); step++) {
            var next = new LinkedHashMap<String, Double>();
            for (var mass : moving.entrySet()) {
                double passed = step < STEPS ? pass(mass.getKey(), mass.getValue(), next) : 0;
                kept.merge(mass.getKey(), Math.max(0, mass.getValue() - passed), Double::sum);
            }
            moving = next;
        }
    }

    private double pass(String caller, double mass, Map<String, Double> next) {
        double sum = 0;
        for (var part : parts.getOrDefault(caller, List.of())) {
            double passed = mass * part.share;
            if (passed >= SETTLED) {
                sum += passed;
                next.merge(part.callee, passed, Double::sum);
                extend(caller, part.callee);
            }
        }
        return sum;
    }

    private void extend(String caller, String callee) {
        if (!paths.containsKey(callee)) {
            var path = new ArrayList<>(pathTo(caller));
            path.add(callee);
            paths.put(callee, path);
        }
    }

    double keptBy(String node) {
        return kept.getOrDefault(node, 0.0);
    }

    /// The calls by which blame first came to a node; empty where none came.
    List<String> pathTo(String node) {
        return paths.getOrDefault(node, List.of());
    }
}
