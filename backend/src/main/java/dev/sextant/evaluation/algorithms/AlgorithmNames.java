// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.algorithms;

import dev.sextant.algorithm.Algorithm;
import dev.sextant.algorithm.Catalogue;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Algorithms by the names that people write: `anomaly.auto`, or `anomaly.auto@1` for one version.
final class AlgorithmNames {
    private AlgorithmNames() {}

    /// @throws IllegalArgumentException saying what there is instead
    static Algorithm named(String written) {
        int at = written.lastIndexOf('@');
        var name = at < 0 ? written : written.substring(0, at);
        var newest = Catalogue.find(name);
        if (newest.isEmpty()) {
            throw new IllegalArgumentException(
                    "there is no algorithm %s%s"
                            .formatted(
                                    OptionFields.shortened(name),
                                    OptionFields.didYouMean(name, names())));
        }
        if (at < 0) {
            return newest.get();
        }
        return version(written.substring(at + 1))
                .flatMap(version -> Catalogue.find(name, version))
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "there is no such version: %s; the newest is %s@%d"
                                        .formatted(
                                                OptionFields.shortened(written),
                                                name,
                                                newest.get().version())));
    }

    private static Set<String> names() {
        return Catalogue.all().stream().map(Algorithm::name).collect(Collectors.toSet());
    }

    private static Optional<Integer> version(String digits) {
        return digits.matches("\\d{1,6}")
                ? Optional.of(Integer.parseInt(digits))
                : Optional.empty();
    }
}
