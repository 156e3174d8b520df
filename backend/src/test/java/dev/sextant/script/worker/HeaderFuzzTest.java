// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.evaluation.draft.TrialEvaluator;
import dev.sextant.rule.HeaderReader.Reading;
import dev.sextant.script.Language;
import dev.sextant.script.Script;
import dev.sextant.store.memory.InMemorySeries;
import dev.sextant.tenant.TenantId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Rules with damage in their sources, from a fixed seed, on real workers: each header is valid or has mistakes at places
/// that exist, within the time, and in no words of ours.
@Timeout(300)
class HeaderFuzzTest {
    /// Every source of Python needs a context of its own, which costs a hundred times what one of JavaScript does.
    private static final Map<Language, Integer> ROUNDS =
            Map.of(Language.JAVASCRIPT, 400, Language.PYTHON, 100);

    /// The header's limit, or that and the start of a fresh worker where the one before was killed.
    private static final Duration LONGEST = HostileArena.HEADER_LIMIT.plusSeconds(90);

    private static final TenantId ACME = new TenantId("acme");

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(names = {"JAVASCRIPT", "PYTHON"})
    void everyHeaderIsReadOrRefusedAtAPlace(Language language) throws IOException {
        var sandbox =
                new WorkerSandbox(
                        HostileArena.configuration(folder),
                        new ObjectMapper(),
                        new SimpleMeterRegistry());
        try {
            var headers = new TrialEvaluator(sandbox, new InMemorySeries());
            var damage = new SourceDamage(HostileScript.probe(language).source(), new Random(7));
            var _ = headers.header(ACME, HostileScript.probe(language));
            int rounds = ROUNDS.getOrDefault(language, 0);
            int refused = 0;
            for (int round = 0; round < rounds; round++) {
                refused += check(headers, new Script(language, damage.next())) ? 0 : 1;
            }
            assertThat(refused).as("damage that was noticed").isBetween(rounds / 10, rounds - 1);
        } finally {
            sandbox.close();
        }
    }

    private static boolean check(TrialEvaluator headers, Script script) {
        var began = System.nanoTime();
        var reading = headers.header(ACME, script);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(LONGEST);
        return switch (reading) {
            case Reading.Valid _ -> true;
            case Reading.Invalid(var flaws) -> {
                assertThat(flaws).isNotEmpty();
                long lines = script.source().lines().count();
                for (var flaw : flaws) {
                    assertThat(Leaks.in(flaw.message(), script)).as(flaw.message()).isEmpty();
                    assertThat(flaw.message()).isNotBlank().hasSizeLessThan(5_000);
                    assertThat(flaw.line() == null ? 1 : flaw.line()).isBetween(1, (int) lines + 1);
                }
                yield false;
            }
        };
    }
}
