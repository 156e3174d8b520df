// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.duckdb;

import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import dev.sextant.tenant.TenantId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A process that appends for ever, says which batches were acknowledged, and waits to be killed.
final class KilledSender {
    static final TenantId TENANT = new TenantId("acme");
    static final int SENDERS = 3;
    static final int SERIES = 40;

    private KilledSender() {}

    /// Arguments: the store's folder, the number of the first batch.
    static void main(String[] arguments) {
        var config =
                new TestStoreConfig(
                        Duration.ofDays(15), 2, "256MB", "1MB", 1, 10_000, Duration.ofSeconds(30));
        var store = DuckDbStore.open(Path.of(arguments[0]), config);
        long first = Long.parseLong(arguments[1]);
        for (int i = 0; i < SENDERS; i++) {
            int sender = i;
            Thread.ofPlatform().start(() -> send(store, sender, first));
        }
    }

    private static void send(DuckDbStore store, int sender, long first) {
        for (long number = first; ; number++) {
            store.append(TENANT, batch(sender, number));
            System.out.println(sender + " " + number);
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
                            new long[] {number * 1_000},
                            new double[] {number}));
        }
        return batch;
    }
}
