// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.duckdb;

import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import dev.sextant.tenant.TenantId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// A process that appends for ever, says which batches were acknowledged, seals all the while, and waits to be killed.
final class KilledSender {
    static final TenantId TENANT = new TenantId("acme");
    static final int SENDERS = 3;
    static final int SERIES = 40;
    static final long INTERVAL = 60_000;

    private KilledSender() {}

    /// Arguments: the store's folder, the number of the first batch.
    static void main(String[] arguments) {
        var config =
                new TestStoreConfig(
                        Duration.ofDays(15),
                        Duration.ZERO,
                        2,
                        "256MB",
                        "1MB",
                        25,
                        1,
                        10_000,
                        Duration.ofSeconds(30),
                        new TestStoreConfig.Tiers(Duration.ofDays(9), Duration.ofDays(9)));
        var store = DuckDbStore.open(Path.of(arguments[0]), config);
        long first = Long.parseLong(arguments[1]);
        var newest = new AtomicLong(first);
        for (int i = 0; i < SENDERS; i++) {
            int sender = i;
            Thread.ofPlatform().start(() -> send(store, sender, first, newest));
        }
        Thread.ofPlatform().start(() -> seal(store, newest));
    }

    private static void send(DuckDbStore store, int sender, long first, AtomicLong newest) {
        for (long number = first; ; number++) {
            store.append(TENANT, batch(sender, number));
            newest.accumulateAndGet(number, Math::max);
            System.out.println(sender + " " + number);
        }
    }

    /// Hours are over twice: once when they are, and once more for what the slower senders bring.
    private static void seal(DuckDbStore store, AtomicLong newest) {
        while (true) {
            store.maintain(Instant.ofEpochMilli(newest.get() * INTERVAL));
        }
    }

    private static List<Series> batch(int sender, long number) {
        var batch = new ArrayList<Series>();
        for (int i = 0; i < SERIES; i++) {
            // Every batch brings one series that was never there, so that the catalogue is written
            // too.
            var unique = i == 0 ? Long.toString(number) : "";
            var labels =
                    Labels.of("sender", Integer.toString(sender))
                            .with("number", Integer.toString(i))
                            .with("batch", unique);
            batch.add(
                    new Series(
                            new SeriesKey("kill", labels),
                            new long[] {number * INTERVAL},
                            new double[] {number}));
        }
        return batch;
    }
}
