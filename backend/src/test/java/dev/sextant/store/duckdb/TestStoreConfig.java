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
        int recentPercent,
        int readers,
        int queueSamples,
        Duration patience)
        implements StoreConfig {

    /// With everything in the database, where tests look for it.
    static TestStoreConfig standard() {
        return new TestStoreConfig(
                Duration.ofDays(15),
                Duration.ofMinutes(10),
                2,
                "512MB",
                "64MB",
                0,
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
                recentPercent,
                readers,
                samples,
                patience);
    }

    /// With the newest hours in memory, too.
    TestStoreConfig withRecent(int percent) {
        return new TestStoreConfig(
                retention,
                sealAfter,
                threads,
                memoryLimit,
                checkpointThreshold,
                percent,
                readers,
                queueSamples,
                patience);
    }

    @Override
    public String upkeep() {
        return "off";
    }
}
