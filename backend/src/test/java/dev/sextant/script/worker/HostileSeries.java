// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.worker;

import dev.sextant.store.SeriesReader;
import dev.sextant.store.memory.InMemorySeries;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import dev.sextant.tenant.TenantId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The data around the hostile scripts: what is theirs, and what only the victim may see.
final class HostileSeries {
    static final TenantId VICTIM = new TenantId("victim");
    static final long NOW = 1_000;

    private HostileSeries() {}

    static SeriesReader of(TenantId attacker) {
        var series = new InMemorySeries();
        series.append(
                attacker,
                Stream.concat(hosts("m"), Stream.concat(hosts("mm"), hosts("other.metric")))
                        .toList());
        series.append(VICTIM, hosts("m").toList());
        series.append(
                VICTIM,
                List.of(
                        new Series(
                                new SeriesKey(
                                        "victim.secret", Labels.of(Map.of("secret", "vault-7391"))),
                                new long[] {500},
                                new double[] {7391})));
        return series;
    }

    private static Stream<Series> hosts(String metric) {
        return Stream.of("a", "b", "c")
                .map(host ->
                        new Series(
                                new SeriesKey(metric, Labels.of("host", host)),
                                new long[] {500, NOW},
                                new double[] {0.5, host.charAt(0)}));
    }
}
