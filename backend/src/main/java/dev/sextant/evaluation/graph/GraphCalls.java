// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.graph;

import dev.sextant.alert.Alerts;
import dev.sextant.entity.Changes;
import dev.sextant.entity.Entities;
import dev.sextant.entity.Maintenance;
import dev.sextant.entity.Relations;
import dev.sextant.evaluation.host.ScriptCall;
import java.util.List;

/// The calls for entities, alerts and changes, on a graph that somebody brings.
public final class GraphCalls {
    private GraphCalls() {}

    public static List<ScriptCall> of(
            Entities entities,
            Relations relations,
            Changes changes,
            Maintenance maintenance,
            Alerts alerts) {
        var walk = new GraphWalk(entities, relations);
        var sets =
                new EntitySets(
                        entities, walk, new FiringEntities(alerts, entities), changes, maintenance);
        return List.of(
                new EntitiesCall(sets),
                new RelationsCall(walk, changes),
                new AlertsCall(alerts),
                new ChangesCall(sets, changes));
    }
}
