// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.calendar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// By how much the past stretches of one kind differ from ordinary days, by the time since they began.
final class KindEffects {
    /// @param part of the stretch, counted from 0
    private record Seen(int part, double distance) {}

    private final List<Seen> seen = new ArrayList<>();
    private final Set<Integer> stretches = new HashSet<>();
    private final Map<Integer, Double> means = new HashMap<>();
    private double mean;
    private double[] misses = new double[0];

    void add(int stretch, int part, double distance) {
        if (Double.isFinite(distance)) {
            stretches.add(stretch);
            seen.add(new Seen(part, distance));
        }
    }

    /// To be called when all is added.
    void settle() {
        var counts = new HashMap<Integer, Integer>();
        for (var one : seen) {
            int count = counts.merge(one.part, 1, Integer::sum);
            double before = means.getOrDefault(one.part, 0.0);
            means.put(one.part, before + (one.distance - before) / count);
            mean += one.distance / seen.size();
        }
        misses = seen.stream().mapToDouble(one -> Math.abs(one.distance - at(one.part))).toArray();
        Arrays.sort(misses);
    }

    int stretches() {
        return stretches.size();
    }

    /// The effect at a part of the stretch; of one that was never seen, the mean of all.
    double at(int part) {
        return means.getOrDefault(part, mean);
    }

    /// How far that share of the points seen lay from the effect, at most.
    double reach(double share) {
        int place = (int) Math.ceil(share * misses.length) - 1;
        return misses.length == 0 ? 0 : misses[Math.clamp(place, 0, misses.length - 1)];
    }
}
