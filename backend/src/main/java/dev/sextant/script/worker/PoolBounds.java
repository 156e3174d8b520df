// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.worker;

import dev.sextant.script.Language;
import java.time.Duration;
import java.util.Map;

/// How many workers a pool has, and for how long.
///
/// @param shares of every lane
/// @param spares by language
/// @param patience how long a task waits for its turn
/// @param idle how long a worker without work is kept
record PoolBounds(
        Map<Lane, Share> shares, Map<Language, Integer> spares, Duration patience, Duration idle) {
    /// @param workers belonging to tenants
    /// @param perTenant that one tenant may keep busy
    record Share(int workers, int perTenant) {}

    static PoolBounds of(WorkerConfiguration configuration) {
        return new PoolBounds(
                Map.of(
                        Lane.EVALUATIONS,
                        new Share(configuration.workers(), configuration.workersPerTenant()),
                        Lane.ALGORITHMS,
                        new Share(configuration.algorithmWorkers(), 1)),
                Map.of(
                        Language.JAVASCRIPT,
                        configuration.spares(),
                        Language.PYTHON,
                        configuration.pythonSpares()),
                configuration.patience(),
                configuration.idle());
    }

    /// Of all lanes.
    int workers() {
        return shares.values().stream().mapToInt(Share::workers).sum();
    }
}
