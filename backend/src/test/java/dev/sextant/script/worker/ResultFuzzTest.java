// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.evaluation.Outcome;
import dev.sextant.evaluation.RuleRun;
import dev.sextant.evaluation.draft.TrialEvaluator;
import dev.sextant.protocol.Message;
import dev.sextant.rule.RuleHeader;
import dev.sextant.script.HeaderOutcome;
import dev.sextant.script.HostCalls;
import dev.sextant.script.Language;
import dev.sextant.script.Sandbox;
import dev.sextant.script.SandboxStatus;
import dev.sextant.script.Script;
import dev.sextant.script.ScriptOutcome;
import dev.sextant.script.ScriptRequest;
import dev.sextant.store.memory.InMemorySeries;
import dev.sextant.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Results as no SDK writes them, from fixed seeds: each is an outcome of the rule, never an exception, and what was
/// accepted can be written as JSON again.
class ResultFuzzTest {
    private static final int ROUNDS = 3_000;
    private static final Script SCRIPT = new Script(Language.JAVASCRIPT, "");

    private final ObjectMapper json = new ObjectMapper();
    private final OutcomeReader outcomes = new OutcomeReader();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyResultIsAnOutcome(long seed) throws JsonProcessingException {
        var results = new RandomResults(new Random(seed));
        var met = EnumSet.noneOf(Outcome.class);
        for (int round = 0; round < ROUNDS; round++) {
            var run = run(results.result(), results.state());
            met.add(run.outcome());
            assertThat(json.writeValueAsBytes(run.verdicts().charts())).isNotEmpty();
            for (var verdict : run.verdicts().all()) {
                var finding = verdict.finding();
                assertThat(json.writeValueAsBytes(finding.labels().asMap())).isNotEmpty();
                assertThat(json.writeValueAsString(finding.evidence())).doesNotContain("Infinity");
            }
            if (run.problem() != null) {
                assertThat(Leaks.in(run.problem().message(), SCRIPT)).isEmpty();
            }
        }
        assertThat(met).contains(Outcome.COMPLETED, Outcome.FAILED);
    }

    private RuleRun run(String result, String state) throws JsonProcessingException {
        var answered = new Ending.Answered(new Message.Evaluated(result, state, List.of()));
        var evaluator =
                new TrialEvaluator(new Answering(outcomes.outcome(answered)), new InMemorySeries());
        var header =
                json.readTree("{\"id\": \"r\", \"title\": {\"en\": \"r\"}, \"every\": \"1m\"}");
        return evaluator.run(
                new TenantId("acme"),
                RuleHeader.of(header),
                SCRIPT,
                Duration.ofSeconds(1),
                Instant.EPOCH);
    }

    private record Answering(ScriptOutcome outcome) implements Sandbox {
        @Override
        public ScriptOutcome run(TenantId tenant, ScriptRequest request, HostCalls host) {
            return outcome;
        }

        @Override
        public HeaderOutcome header(TenantId tenant, Script script) {
            throw new UnsupportedOperationException("no header is read here");
        }

        @Override
        public HeaderOutcome tests(TenantId tenant, Script script) {
            throw new UnsupportedOperationException("no tests are read here");
        }

        @Override
        public SandboxStatus status() {
            return new SandboxStatus(true, 1, List.of(), Map.of(), 0);
        }
    }
}
