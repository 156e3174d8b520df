// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.protocol.Message;
import dev.sextant.script.HostAnswer;
import dev.sextant.script.ScriptLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Workers that send rubbish, from fixed seeds: every exchange comes to an end in time, the end can be told to a tenant,
/// and a worker that broke the protocol does not live on.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class ExchangeFuzzTest {
    private static final int SEEDS = 150;
    private static final Duration WALL_TIME = Duration.ofMillis(150);
    private static final Duration GRACE = Duration.ofMillis(100);

    /// Limit and grace time, what a process may take to end, and a second.
    private static final Duration LONGEST = WALL_TIME.plus(GRACE).plusSeconds(2);

    private static final Message.ToWorker TASK =
            new Message.ReadHeader(
                    new Message.Program("rule.js", "let a = 1;".repeat(1_000), List.of()));

    private final OutcomeReader outcomes = new OutcomeReader();
    private final HostBridge bridge =
            new HostBridge(
                    _ -> new HostAnswer.Refused("no-data", "no data"),
                    new ObjectMapper(),
                    new Tally(ScriptLimits.standard(), new Tally.Fixed(0, 0)));
    private Watchdog watchdog;

    @TempDir Path folder;

    @BeforeAll
    void start() {
        watchdog = new Watchdog();
    }

    @AfterAll
    void stop() {
        watchdog.close();
    }

    static LongStream seeds() {
        return LongStream.range(0, SEEDS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyExchangeComesToAnEnd(long seed) throws IOException {
        try (var rogue = new RogueWorker(folder, seed)) {
            Thread.ofVirtual().start(rogue::misbehave);
            var began = System.nanoTime();

            var allowed = new Supervision.Allowed(WALL_TIME, Duration.ofMinutes(1), GRACE);
            var supervision = new Supervision(rogue.worker(), watchdog, allowed);
            var ending = new Exchange(rogue.worker(), supervision, 3).run(TASK, bridge::answer);

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(LONGEST);
            var told = outcomes.outcome(ending) + " " + outcomes.header(ending, "the header");
            assertThat(told).doesNotContain("\u0000");
            if (ending instanceof Ending.Rubbish || ending instanceof Ending.Died) {
                rogue.worker().awaitEnd();
                assertThat(rogue.isAlive()).isFalse();
            }
        }
    }
}
