// SPDX-License-Identifier: Apache-2.0
package dev.sextant.acceptance;

import dev.sextant.testing.Rest;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;

/// Sends batch after batch of one series until nobody answers any more, and knows what was acknowledged.
final class AcknowledgedWriter {
    static final String METRIC = "crash.samples";
    private static final int BATCH = 50;

    private final Rest rest;
    private final String name;
    private final long begin;
    private final AtomicLong acknowledged = new AtomicLong();
    private final Thread thread;

    private AcknowledgedWriter(Rest rest, String name, long begin) {
        this.rest = rest;
        this.name = name;
        this.begin = begin;
        this.thread = Thread.ofPlatform().name("writer-" + name).unstarted(this::write);
    }

    /// @param begin the time of the first sample, in epoch milliseconds; the others follow one by one
    static AcknowledgedWriter start(Rest rest, String name, long begin) {
        var writer = new AcknowledgedWriter(rest, name, begin);
        writer.thread.start();
        return writer;
    }

    private void write() {
        try {
            while (true) {
                var from = acknowledged.get();
                var samples =
                        LongStream.range(from, from + BATCH)
                                .mapToObj(n -> List.of(begin + n, n))
                                .toList();
                var body =
                        List.of(
                                Map.of(
                                        "metric",
                                        METRIC,
                                        "labels",
                                        Map.of("writer", name),
                                        "samples",
                                        samples));
                if (rest.post("/api/v1/samples", body).status() == 204) {
                    acknowledged.addAndGet(BATCH);
                }
            }
        } catch (UncheckedIOException nobodyAnswers) {
            Thread.currentThread().interrupt();
        }
    }

    long acknowledged() {
        return acknowledged.get();
    }

    void join() throws InterruptedException {
        thread.join();
    }

    /// How many of the acknowledged samples a platform still has.
    long kept(Rest asked) {
        var query =
                Map.of(
                        "metric",
                        METRIC,
                        "where",
                        Map.of("writer", name),
                        "from",
                        begin - 1,
                        "to",
                        begin + acknowledged() - 1);
        return asked.post("/api/v1/query", query).body().at("/series/0/times").size();
    }
}
