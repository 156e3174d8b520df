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
        Duration patience,
        Tiers tiers)
        implements StoreConfig {

    /// How long rows that sum up are kept.
    record Tiers(Duration fiveMinutes, Duration hour) {
        static final Tiers NONE = new Tiers(Duration.ZERO, Duration.ZERO);
    }

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
                Duration.ofSeconds(30),
                Tiers.NONE);
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
                patience,
                tiers);
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
                patience,
                tiers);
    }

    /// With days that are over summed up.
    TestStoreConfig withTiers(Duration fiveMinutes, Duration hour) {
        return with(retention, new Tiers(fiveMinutes, hour));
    }

    TestStoreConfig withRetention(Duration other) {
        return with(other, tiers);
    }

    private TestStoreConfig with(Duration kept, Tiers sums) {
        return new TestStoreConfig(
                kept,
                sealAfter,
                threads,
                memoryLimit,
                checkpointThreshold,
                recentPercent,
                readers,
                queueSamples,
                patience,
                sums);
    }

    @Override
    public Duration retention5m() {
        return tiers.fiveMinutes();
    }

    @Override
    public Duration retention1h() {
        return tiers.hour();
    }

    @Override
    public String upkeep() {
        return "off";
    }
}
