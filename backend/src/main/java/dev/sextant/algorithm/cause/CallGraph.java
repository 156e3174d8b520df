// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.cause;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Who calls or needs whom. Trouble travels against the arrows: from a callee to its callers.
///
/// @param callees what each node calls; a node that calls nothing may be left out
/// @param changed nodes on which something was changed shortly before, such as by a deployment
public record CallGraph(Map<String, List<String>> callees, Set<String> changed) {
    /// Without known changes.
    public CallGraph(Map<String, List<String>> callees) {
        this(callees, Set.of());
    }

    public CallGraph {
        changed = Set.copyOf(changed);
        var copy = new LinkedHashMap<String, List<String>>();
        callees.forEach((caller, called) -> copy.put(caller, List.copyOf(called)));
        callees = Map.copyOf(copy);
    }

    /// What a node calls, empty for one that is not known.
    public List<String> calleesOf(String node) {
        return callees.getOrDefault(node, List.of());
    }

    /// Calls between a node and all that it reaches, nearest first; the node itself has distance 0.
    Map<String, Integer> distancesFrom(String node) {
        var distances = new LinkedHashMap<String, Integer>();
        var open = new ArrayDeque<String>();
        distances.put(node, 0);
        open.add(node);
        while (!open.isEmpty()) {
            var caller = open.remove();
            int next = distances.getOrDefault(caller, 0) + 1;
            for (var callee : calleesOf(caller)) {
                if (distances.putIfAbsent(callee, next) == null) {
                    open.add(callee);
                }
            }
        }
        return distances;
    }
}
