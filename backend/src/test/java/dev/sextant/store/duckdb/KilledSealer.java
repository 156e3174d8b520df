// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.duckdb;

import dev.sextant.store.Selection;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import dev.sextant.telemetry.TimeRange;
import dev.sextant.tenant.TenantId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// A process that seals hours and sums up their day, gets late samples and samples of the hour after, does it again and
/// stops at one step.
final class KilledSealer {
    static final TenantId ACME = new TenantId("acme");
    static final TenantId OTHER = new TenantId("other");
    static final Instant NOW = Instant.ofEpochSecond(26 * 3_600);
    static final Selection ALL =
            new Selection("m", List.of(), new TimeRange(Instant.EPOCH, NOW.plusSeconds(1)));

    private KilledSealer() {}

    /// Arguments: the store's folder, the step.
    static void main(String[] arguments) {
        var deadly = SealStep.valueOf(arguments[1]);
        var armed = new boolean[1];
        var store =
                DuckDbStore.open(
                        Path.of(arguments[0]),
                        config(),
                        step -> {
                            if (armed[0] && step == deadly) {
                                stop(step);
                            }
                        });
        store.append(ACME, List.of(series("a", 1, 1, 2), series("b", 1, 1, 2)));
        store.append(OTHER, List.of(series("a", 5, 1)));
        store.maintain(NOW);
        store.append(ACME, List.of(series("a", 2, 2, 3), series("c", 2, 3_600, 3_601)));
        store.append(ACME, List.of(series("c", 3, 3_601)));
        armed[0] = true;
        store.maintain(NOW);
    }

    static TestStoreConfig config() {
        return TestStoreConfig.standard().withTiers(Duration.ofDays(9), Duration.ofDays(9));
    }

    private static void stop(SealStep step) {
        System.out.println(step);
        while (true) {
            LockSupport.park();
        }
    }

    private static Series series(String host, double value, long... seconds) {
        var times = new long[seconds.length];
        var values = new double[seconds.length];
        for (int i = 0; i < seconds.length; i++) {
            times[i] = seconds[i] * 1_000;
            values[i] = value;
        }
        return new Series(new SeriesKey("m", Labels.of("host", host)), times, values);
    }
}
