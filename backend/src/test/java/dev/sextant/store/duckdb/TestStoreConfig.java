// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.duckdb;

import java.time.Duration;

/// The embedded store's settings in plain tests.
record TestStoreConfig(
        Duration retention,
        Duration sealAfter,
        int threads,
        String memoryLimit,
        String checkpointThreshold,
        int readers,
        int queueSamples,
        Duration patience)
        implements StoreConfig {

    static TestStoreConfig standard() {
        return new TestStoreConfig(
                Duration.ofDays(15),
                Duration.ofMinutes(10),
                2,
                "512MB",
                "64MB",
                2,
                1_000_000,
                Duration.ofSeconds(30));
    }

    TestStoreConfig withQueue(int samples, Duration patience) {
        return new TestStoreConfig(
                retention,
                sealAfter,
                threads,
                memoryLimit,
                checkpointThreshold,
                readers,
                samples,
                patience);
    }

    @Override
    public String upkeep() {
        return "off";
    }
}
