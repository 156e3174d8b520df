// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// All algorithms that are there.
public final class Catalogue {
    /// Other words for a method, as people say it.
    public static final Map<String, String> ALIASES =
            Map.of(
                    "forecast.trend+season", "forecast.holt",
                    "forecast.season", "forecast.seasonal-naive");

    private static final List<Algorithm> ALL =
            Stream.of(
                            AnomalyEntries.all(),
                            ShapeEntries.all(),
                            ForecastEntries.all(),
                            ChangeEntries.all(),
                            StructureEntries.all(),
                            RelationEntries.all(),
                            CauseEntries.all())
                    .flatMap(List::stream)
                    .toList();

    private Catalogue() {}

    /// All versions of all algorithms, kind by kind, the default of a kind first.
    public static List<Algorithm> all() {
        return ALL;
    }

    /// The newest version of that name.
    public static Optional<Algorithm> find(String name) {
        return named(name).max(Comparator.comparingInt(Algorithm::version));
    }

    /// One version of that name.
    public static Optional<Algorithm> find(String name, int version) {
        return named(name).filter(found -> found.version() == version).findFirst();
    }

    private static Stream<Algorithm> named(String name) {
        var real = ALIASES.getOrDefault(name, name);
        return ALL.stream().filter(found -> found.name().equals(real));
    }
}
