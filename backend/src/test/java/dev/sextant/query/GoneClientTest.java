// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query;

import static dev.sextant.testing.TestTenants.ACME;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.hasSize;

import dev.sextant.identity.Role;
import dev.sextant.store.SampleAppender;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import dev.sextant.testing.Await;
import dev.sextant.testing.TestTenants;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Somebody closes the connection while their question is being answered: from memory, or by statements of the data base.
@QuarkusTest
class GoneClientTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final int HOSTS = 300;

    @Inject TestTenants tenants;
    @Inject SampleAppender appender;
    @Inject InstantSource clock;
    @Inject MeterRegistry meters;

    private final String metric = "test.gone." + UUID.randomUUID();

    @ParameterizedTest
    @ValueSource(longs = {0, 30})
    void endsTheQueryAndGivesBackWhatItHeld(long hoursAgo) throws IOException {
        long end = clock.millis() - hoursAgo * HOUR;
        append(end);
        var window = "\"from\":%d,\"to\":%d".formatted(end - HOUR, end);
        ask(window);
        var running = meters.get("sextant.query.running").gauge();
        var cancelled = meters.timer("sextant.query", "ending", "cancelled");
        long before = cancelled.count();

        try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.getOutputStream().write(request(sums(window, 6)).getBytes(UTF_8));
            socket.getOutputStream().flush();
            Await.until(Duration.ofSeconds(20), "the query to begin", () -> running.value() > 0);
        }

        Await.until(SOON, "the query to be cancelled", () -> cancelled.count() > before);
        Await.until(SOON, "nothing to run any more", () -> running.value() == 0);
        ask(window);
    }

    private void ask(String window) {
        tenants.as(ACME, Role.VIEWER)
                .body(sums(window, 0))
                .post("/api/v1/query")
                .then()
                .statusCode(200)
                .body("series", hasSize(HOSTS));
    }

    /// Enough that reading it 64 times takes seconds; and newer hours, so that memory does not hold an old one.
    private void append(long end) {
        var many = new ArrayList<Series>();
        for (int host = 0; host < HOSTS; host++) {
            var times = LongStream.rangeClosed(1, 1_000).map(i -> end - 3_000_000 + i).toArray();
            many.add(series("many-" + host, times));
        }
        appender.append(ACME, many);
        for (long hour = end + HOUR; hour < clock.millis(); hour += HOUR) {
            appender.append(ACME, List.of(series("many-0", new long[] {hour})));
        }
    }

    private Series series(String host, long[] times) {
        return new Series(
                new SeriesKey(metric, Labels.of("host", host)), times, new double[times.length]);
    }

    private String sums(String window, int depth) {
        return depth == 0
                ? "{\"metric\":\"%s\",%s,\"aggregate\":\"avg\"}".formatted(metric, window)
                : "{\"op\":\"arithmetic\",\"operator\":\"plus\",\"left\":%1$s,\"right\":%1$s}"
                        .formatted(sums(window, depth - 1));
    }

    private String request(String plan) {
        return "POST /api/v1/query HTTP/1.1\r\nHost: test\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(tenants.token(ACME, Role.VIEWER), plan.length(), plan);
    }
}
