// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.cause;

import dev.sextant.algorithm.change.Direction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The node of a call graph where trouble began. Blame starts at the symptom and walks along calls: of each node's excess (departure
/// times requests) the callees take what their own excess explains, weighted by how surely they depart, how alike they run with the
/// symptom and whether they departed in time; what no callee explains stays. The idea of the traversal in Hardt et al., "The PetShop
/// Dataset: finding causes of performance issues across microservices" (CLeaR 2024), and of random walks such as MonitorRank (Kim,
/// Sumbaly and Shah, SIGMETRICS 2013), with measured quantities in place of thresholds and of a random surfer.
public final class CauseWalk {
    /// Deviations at which a departure is as likely trouble as noise.
    private static final double SURE = 3;

    private static final double LATE = 0.5;

    /// Most incidents are made by changes: of two that explain as much, the one that was changed comes first.
    private static final double CHANGED = 2;

    private static final double HALF = 0.5;
    // What only departs, and explains nothing, ranks behind what does.
    private static final double HINT = 1e-3;
    // Keeps ratios of excesses finite.
    private static final double MOST = 1e300;
    private static final NodeSeries UNSEEN = new NodeSeries(new double[0], new double[0]);

    private final Incident incident;
    private final Departure symptom;
    private final double sign;
    private final boolean[] worst;
    private final boolean measured;

    private CauseWalk(Map<String, NodeSeries> series, Incident incident, Departure symptom) {
        this.incident = incident;
        this.symptom = symptom;
        sign = sign(symptom, incident.worse());
        worst = worst(symptom, sign);
        measured = series.values().stream().anyMatch(node -> volume(node.volumes()) > 0);
    }

    /// All nodes that the symptom reaches, the likeliest cause first. Empty where the symptom has no series or did not move. Never fails
    /// on values: infinite points count as missing.
    ///
    /// @param series by node, all of the same length; a node without one explains nothing
    public static List<Cause> rank(
            CallGraph graph, Map<String, NodeSeries> series, Incident incident) {
        var seen = series.getOrDefault(incident.symptom(), UNSEEN);
        var symptom = Departure.of(seen.values(), incident);
        var walk = new CauseWalk(series, incident, symptom);
        if (symptom.largest(walk.sign) <= 0) {
            return List.of();
        }
        var suspects = new LinkedHashMap<String, Suspect>();
        graph.distancesFrom(incident.symptom())
                .forEach((node, distance) ->
                        suspects.put(node, walk.look(series.getOrDefault(node, UNSEEN), distance)));
        var flow = new BlameFlow(graph, suspects);
        flow.settleFrom(incident.symptom());
        return walk.ranked(graph, suspects, flow);
    }

    private static double sign(Departure symptom, Direction worse) {
        return switch (worse) {
            case UP -> 1;
            case DOWN -> -1;
            case SAME -> symptom.largest(1) >= symptom.largest(-1) ? 1 : -1;
        };
    }

    // The points at which the symptom is at least half as bad as at its worst.
    private static boolean[] worst(Departure symptom, double sign) {
        var chosen = new boolean[symptom.sizes().length];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = sign * symptom.sizes()[i] >= HALF * symptom.largest(sign);
        }
        return chosen;
    }

    private double volume(double[] volumes) {
        double sum = 0;
        for (int i = 0; i < worst.length; i++) {
            int place = incident.began() + i;
            boolean known = place < volumes.length && Double.isFinite(volumes[place]);
            sum += worst[i] && known ? Math.max(0, volumes[place]) : 0;
        }
        return sum;
    }

    private Suspect look(NodeSeries found, int distance) {
        var departure = Departure.of(found.values(), incident);
        double size = departure.mean(worst, sign);
        double anomaly = size / departure.noise();
        double excess = measured ? size * volume(found.volumes()) : anomaly;
        var evidence =
                new Evidence(
                        anomaly, departure.similarity(symptom), 0, departure.onset(sign), distance);
        return new Suspect(evidence, Math.clamp(excess, 0, MOST), weight(evidence));
    }

    private double weight(Evidence evidence) {
        double squared = Math.pow(Math.max(0, evidence.anomaly()) / SURE, 2);
        int onset = symptom.onset(sign);
        boolean late = onset >= 0 && evidence.onset() > onset + 1;
        return squared / (1 + squared) * evidence.similarity() * (late ? LATE : 1);
    }

    private List<Cause> ranked(CallGraph graph, Map<String, Suspect> suspects, BlameFlow flow) {
        double whole = suspects.getOrDefault(incident.symptom(), Suspect.UNKNOWN).excess();
        var order = new LinkedHashMap<Cause, Double>();
        suspects.forEach((node, suspect) -> {
            double score = Math.min(1, flow.keptBy(node));
            int distance = suspect.evidence().distance();
            double share = whole > 0 ? suspect.excess() / whole : 0;
            boolean isChanged = graph.changed().contains(node);
            var evidence = suspect.evidence().withShare(share);
            var cause = new Cause(node, score, evidence, flow.pathTo(node), isChanged);
            double rank = score + HINT * suspect.weight() / (1 + distance);
            order.put(cause, isChanged ? CHANGED * rank : rank);
        });
        var causes = new ArrayList<>(order.keySet());
        causes.sort(
                Comparator.comparingDouble((Cause cause) -> -order.getOrDefault(cause, 0.0))
                        .thenComparing(Cause::node));
        return List.copyOf(causes);
    }
}
