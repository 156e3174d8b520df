// SPDX-License-Identifier: Apache-2.0
package dev.sextant.entity.discovery;

import dev.sextant.entity.EntityKey;
import dev.sextant.entity.Facts;
import dev.sextant.entity.Link;
import dev.sextant.telemetry.Labels;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What rules find in labels: a pure function of both.
record Found(Map<String, EntityKey> keys, Map<EntityKey, Facts> facts, Set<Link> links) {

    static Found in(Collection<Labels> series, DiscoveryRules rules) {
        var found = new Found(new HashMap<>(), new LinkedHashMap<>(), new LinkedHashSet<>());
        for (var labels : new LinkedHashSet<>(series)) {
            found.add(labels, rules);
        }
        return found;
    }

    private void add(Labels labels, DiscoveryRules rules) {
        var ofType = new HashMap<String, EntityKey>();
        for (var rule : rules.entities()) {
            rule.key(labels)
                    .ifPresent(key -> {
                        if (!facts.containsKey(key)) {
                            facts.put(key, rule.facts(key, labels));
                            keys.put(key.id(), key);
                        }
                        // Of two rules for one type the first one that fits says whom a series
                        // belongs to.
                        ofType.putIfAbsent(key.type(), key);
                    });
        }
        for (var relation : rules.relations()) {
            var from = ofType.get(relation.from());
            var to = ofType.get(relation.to());
            if (from != null && to != null && !from.equals(to)) {
                links.add(new Link(from.id(), relation.type(), to.id()));
            }
        }
    }

    /// What was found with these ids.
    Map<EntityKey, Facts> only(List<String> ids) {
        var some = new LinkedHashMap<EntityKey, Facts>();
        for (var id : ids) {
            var key = keys.get(id);
            var said = key == null ? null : facts.get(key);
            if (key != null && said != null) {
                some.put(key, said);
            }
        }
        return some;
    }
}
