// SPDX-License-Identifier: Apache-2.0
package dev.sextant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.testing.Await;
import dev.sextant.testing.Rest;
import dev.sextant.testing.RunningSextant;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// SIGKILL in mid-ingest and mid-evaluation: what was acknowledged is there, alerts go on where they were, and the ledger
/// has every slot.
class CrashIT {
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Map<String, String> SETTINGS =
            Map.of(
                    "sextant.ingest.host.enabled", "false",
                    "sextant.ingest.self.enabled", "false",
                    "sextant.schedule.catch-up", "3s",
                    "sextant.schedule.catch-up-slots", "2");

    /// Takes longer than its interval, so that at every moment one evaluation is under way.
    private static final String SLOW =
            "let sum = 0; for (let i = 0; i < 1000000000; i++) sum += i % 7; log(sum); return [];";

    @TempDir Path folder;

    @Test
    void twoKillsLoseNothing() throws Exception {
        survive(2);
    }

    @Test
    @Tag("long")
    void twentyKillsLoseNothing() throws Exception {
        survive(20);
    }

    private void survive(int kills) throws Exception {
        try (var sextant = RunningSextant.start(folder.resolve("data"), SETTINGS)) {
            var rest = sextant.rest();
            save(
                    rest,
                    Scripts.threshold("crash-level", "crash.level", "{ for: \"2s\" }"),
                    Map.of("border", 1));
            save(rest, Scripts.body("crash-slow", "30s", SLOW), Map.of());
            level(rest, 1);
            var alert = Scripts.alertInState(rest, "crash-level", "firing");
            for (int round = 0; round < kills; round++) {
                killAndStartAgain(sextant, "%d".formatted(round));
                assertGoesOn(alert, Scripts.alertInState(rest, "crash-level", "firing"));
            }
            Scripts.awaitCompleted(rest, "crash-level", 3);
            assertGoesOn(alert, Scripts.alertInState(rest, "crash-level", "firing"));
            level(rest, 0);
            assertGoesOn(alert, Scripts.alertInState(rest, "crash-level", "resolved"));
            for (var rule : List.of("crash-level", "crash-slow")) {
                var ledger = Ledger.read(rest, rule);
                ledger.hasEverySlotOnce(EVERY);
                assertThat(ledger.hasSkipped())
                        .as("the time without a process is recorded")
                        .isTrue();
            }
        }
    }

    private static void killAndStartAgain(RunningSextant sextant, String round)
            throws InterruptedException {
        var begin = System.currentTimeMillis() - Duration.ofMinutes(30).toMillis();
        var writers =
                List.of(
                        AcknowledgedWriter.start(sextant.rest(), round + "-a", begin),
                        AcknowledgedWriter.start(sextant.rest(), round + "-b", begin));
        Await.until(
                Scripts.PATIENCE,
                "acknowledged samples",
                () -> writers.stream().allMatch(writer -> writer.acknowledged() > 500));
        var workers = sextant.children();

        sextant.kill();

        for (var writer : writers) {
            writer.join();
        }
        Await.until(
                Scripts.PATIENCE,
                "workers to end with their backend",
                () -> workers.stream().noneMatch(ProcessHandle::isAlive));
        sextant.start();
        System.out.printf("ready again after %d ms%n", sextant.startTime().toMillis());
        assertThat(writers)
                .allSatisfy(writer ->
                        assertThat(writer.kept(sextant.rest())).isEqualTo(writer.acknowledged()));
    }

    private static void assertGoesOn(JsonNode before, JsonNode after) {
        assertThat(after.path("id")).isEqualTo(before.path("id"));
        assertThat(after.path("since")).isEqualTo(before.path("since"));
        assertThat(after.path("firedAt")).isEqualTo(before.path("firedAt"));
    }

    private static void save(Rest rest, String source, Map<String, Object> parameters) {
        var saved = rest.post("/api/v1/rules", Scripts.draft(source, parameters));
        assertThat(saved.status()).as(saved.text()).isEqualTo(201);
    }

    private static void level(Rest rest, int value) {
        var sample = List.of(System.currentTimeMillis(), value);
        var body =
                List.of(
                        Map.of(
                                "metric",
                                "crash.level",
                                "labels",
                                Map.of("of", "test"),
                                "samples",
                                List.of(sample)));
        assertThat(rest.post("/api/v1/samples", body).status()).isEqualTo(204);
    }
}
