// SPDX-License-Identifier: Apache-2.0
package dev.sextant.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Sends the history of a fleet by remote write on a few threads. A stretch of time is sent for all hosts before the next
/// one begins, so samples of a series arrive in order, as from real senders.
public final class Feed {
    public static final int STEP_SECONDS = 15;

    private static final int THREADS = 2;
    private static final int HOSTS_PER_BODY = 10;

    private final Fleet fleet;
    private final byte[][][] labels;

    public Feed(Fleet fleet) {
        this.fleet = fleet;
        this.labels = new byte[fleet.hosts()][fleet.metrics()][];
        for (int host = 0; host < fleet.hosts(); host++) {
            for (int metric = 0; metric < fleet.metrics(); metric++) {
                labels[host][metric] = WriteBody.labels(fleet.metric(metric), fleet.labels(host));
            }
        }
    }

    /// Sends every series' samples of `(from, to]`, in epoch seconds.
    ///
    /// @param samplesPerBody how many samples of each series go in one body; live senders send one
    /// @return how many samples were sent
    public long send(Sender sender, long from, long to, int samplesPerBody)
            throws IOException, InterruptedException {
        long sent = 0;
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            for (long start = from; start < to; start += (long) samplesPerBody * STEP_SECONDS) {
                long end = Math.min(to, start + (long) samplesPerBody * STEP_SECONDS);
                long begin = start;
                var bodies = new ArrayList<Future<Long>>();
                for (int host = 0; host < fleet.hosts(); host += HOSTS_PER_BODY) {
                    int first = host;
                    bodies.add(threads.submit(() -> sendHosts(sender, first, begin, end)));
                }
                sent += sum(bodies);
            }
        }
        return sent;
    }

    private long sendHosts(Sender sender, int first, long from, long to)
            throws IOException, InterruptedException {
        int count = (int) ((to - from) / STEP_SECONDS);
        var body = new WriteBody();
        int last = Math.min(first + HOSTS_PER_BODY, fleet.hosts());
        for (int host = first; host < last; host++) {
            for (int metric = 0; metric < fleet.metrics(); metric++) {
                var times = new long[count];
                var values = new double[count];
                for (int i = 0; i < count; i++) {
                    long second = from + (long) (i + 1) * STEP_SECONDS;
                    times[i] = second * 1_000;
                    values[i] = fleet.value(host, metric, second);
                }
                body.add(labels[host][metric], times, values);
            }
        }
        sender.write(body.packed());
        return (long) count * fleet.metrics() * (last - first);
    }

    private static long sum(List<Future<Long>> bodies) throws IOException, InterruptedException {
        long sum = 0;
        for (var body : bodies) {
            try {
                sum += body.get();
            } catch (ExecutionException problem) {
                throw new IOException("a body was not taken", problem.getCause());
            }
        }
        return sum;
    }
}
