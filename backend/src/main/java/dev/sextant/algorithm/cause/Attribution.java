// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.cause;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/// Which label's which values explain why a sum differs from what was expected: Adtributor (Bhagwan et al., "Adtributor: revenue
/// debugging in advertising systems", NSDI 2014). In each label the values are taken by surprise, those that explain a tenth of the
/// movement or more, until they explain two thirds of it; labels are ranked by the surprise of their values.
public final class Attribution {
    private static final double ELEMENT_POWER = 0.1;
    private static final double DIMENSION_POWER = 0.67;

    private Attribution() {}

    /// The labels that explain the movement, the most surprising first; empty where the sum did not move or no label explains it.
    ///
    /// @param slices for each label all its values, which sum to the same total; what is not there counts as 0
    public static List<Attributed> rank(List<Slice> slices) {
        var dimensions = new LinkedHashMap<String, List<Slice>>();
        for (var slice : slices) {
            dimensions.computeIfAbsent(slice.dimension(), _ -> new ArrayList<>()).add(slice);
        }
        return dimensions.values().stream()
                .map(Attribution::explain)
                .filter(found -> found.power() > DIMENSION_POWER)
                .sorted(
                        Comparator.comparingDouble((Attributed found) -> -found.surprise())
                                .thenComparing(Attributed::dimension))
                .toList();
    }

    private static Attributed explain(List<Slice> slices) {
        double expected = slices.stream().mapToDouble(Slice::expected).sum();
        double actual = slices.stream().mapToDouble(Slice::actual).sum();
        var chosen = new ArrayList<Attributed.Part>();
        double power = 0;
        double surprise = 0;
        for (var part : bySurprise(slices, expected, actual)) {
            if (power <= DIMENSION_POWER && part.power() > ELEMENT_POWER) {
                chosen.add(part);
                power += part.power();
                surprise += part.surprise();
            }
        }
        return new Attributed(slices.getFirst().dimension(), chosen, power, surprise);
    }

    private static List<Attributed.Part> bySurprise(
            List<Slice> slices, double expected, double actual) {
        double moved = actual - expected;
        return slices.stream()
                .map(slice -> {
                    double own = slice.actual() - slice.expected();
                    double before = share(slice.expected(), expected);
                    double after = share(slice.actual(), actual);
                    return new Attributed.Part(
                            slice,
                            moved == 0 || !Double.isFinite(own / moved) ? 0 : own / moved,
                            divergence(before, after));
                })
                .sorted(Comparator.comparingDouble((Attributed.Part part) -> -part.surprise()))
                .toList();
    }

    private static double share(double part, double whole) {
        return whole == 0 ? 0 : Math.clamp(part / whole, 0, 1);
    }

    private static double divergence(double before, double after) {
        return (term(before, after) + term(after, before)) / 2;
    }

    private static double term(double one, double other) {
        return one <= 0 ? 0 : one * Math.log(2 * one / (one + other));
    }
}
