// SPDX-License-Identifier: Apache-2.0
package dev.sextant.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Searches among a million series, or as many as can be sent in time: 1,000 metrics of 1,000 hosts, one sample each.
final class ManySeries {
    private static final Duration SENDING = Duration.ofSeconds(100);
    private static final Duration QUICK_SENDING = Duration.ofSeconds(10);

    /// In which the index of searches is built beside.
    private static final Duration SETTLING = Duration.ofSeconds(60);

    private static final int ROUNDS = 20;

    /// Of names and of values, of two words, misspelt, and of what there is not.
    private static final List<String> SEARCHES =
            List.of("m01", "host-0420", "service-7%20noise", "bnech_m500", "nothing-of-the-kind");

    private final Fleet fleet = new Fleet(1_000, 1_000);
    private final BenchReport report;
    private final Duration sending;

    ManySeries(BenchReport report, boolean isQuick) {
        this.report = report;
        this.sending = isQuick ? QUICK_SENDING : SENDING;
    }

    /// @param at epoch milliseconds, of all samples
    void measure(BenchServer server, Sender sender, long at)
            throws IOException, InterruptedException {
        double before = server.meter().cpuSeconds();
        report.add("search.series", send(sender, at), "");
        double after = server.meter().settle(SETTLING);
        report.add("search.fill.cpu.s", after - before, "s");
        report.add("search.rss.mb", server.meter().residentMegabytes(), "MB");
        var first = new ArrayList<Double>();
        var later = new ArrayList<Double>();
        for (var text : SEARCHES) {
            var ask = Ask.get("/api/v1/metrics?search=" + text);
            first.add(millis(sender, ask));
            for (int round = 0; round < ROUNDS; round++) {
                later.add(millis(sender, ask));
            }
        }
        Collections.sort(later);
        report.add("search.first.worst.ms", Collections.max(first), "ms");
        report.add("search.p50.ms", later.get(later.size() / 2), "ms");
        report.add("search.worst.ms", later.getLast(), "ms");
        var values = Ask.get("/api/v1/labels/host/values?limit=100");
        report.add("search.values.first.ms", millis(sender, values), "ms");
        report.add("search.values.ms", millis(sender, values), "ms");
    }

    /// @return how many series were sent
    private int send(Sender sender, long at) throws IOException, InterruptedException {
        long end = System.nanoTime() + sending.toNanos();
        int sent = 0;
        for (int metric = 0; metric < fleet.metrics() && System.nanoTime() < end; metric++) {
            var body = new WriteBody();
            for (int host = 0; host < fleet.hosts(); host++) {
                body.add(
                        WriteBody.labels(fleet.metric(metric), fleet.labels(host)),
                        new long[] {at},
                        new double[] {fleet.value(host, metric, at / 1_000)});
            }
            sender.write(body.packed());
            sent += fleet.hosts();
        }
        return sent;
    }

    private static double millis(Sender sender, Ask ask) throws IOException, InterruptedException {
        long started = System.nanoTime();
        sender.fetch(ask);
        return (System.nanoTime() - started) / 1e6;
    }
}
