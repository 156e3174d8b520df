// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation;

import static dev.sextant.evaluation.EvaluationFixture.ACME;
import static dev.sextant.evaluation.EvaluationFixture.CPU;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.rule.Rule;
import dev.sextant.rule.RuleStandings.Pause;
import dev.sextant.script.LimitUse;
import dev.sextant.script.ScriptOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A rule that goes on failing is left alone for longer and longer, comes back by itself, and says why.
class BreakerTest {
    private static final ScriptOutcome ENDLESS =
            new ScriptOutcome.LimitPassed(
                    new LimitUse("wallTime", 2_001, 2_000, "ms"), "stopped after 2s", List.of());
    private static final ScriptOutcome WRONG =
            new ScriptOutcome.Failed("x is not defined", 3, 7, List.of());

    private final EvaluationFixture fixture = new EvaluationFixture();
    private final SlotEvaluation slots = fixture.slots();
    private final Rule rule = fixture.saveRule(at(0));
    private long second;

    @Test
    void afterFiveFailuresARuleIsLeftAloneAndTriedAgain() {
        answer(ENDLESS);

        assertThat(run(5)).containsOnly(Outcome.LIMIT);
        assertThat(run(3)).containsExactly(Outcome.SKIPPED, Outcome.SKIPPED, Outcome.LIMIT);
        assertThat(run(6)).endsWith(Outcome.LIMIT).filteredOn(Outcome.LIMIT::equals).hasSize(1);
        assertThat(run(12)).endsWith(Outcome.LIMIT).filteredOn(Outcome.LIMIT::equals).hasSize(1);
    }

    @Test
    void theLedgerAndTheStandingSayWhy() {
        answer(ENDLESS);
        run(6);

        assertThat(fixture.log.list(ACME, CPU, null, 1).getFirst().reason())
                .isEqualTo(
                        "left alone until 2026-03-02T10:01:20Z after 5 failures in a row, the last one: stopped after 2s");
        assertThat(new CurrentStandings(fixture.alerts, fixture.log, fixture.breakers).list(ACME))
                .extractingByKey(CPU)
                .satisfies(standing ->
                        assertThat(standing.pause())
                                .isEqualTo(new Pause(at(80), 5, "stopped after 2s")));
    }

    @Test
    void oneSuccessClosesIt() {
        answer(ENDLESS);
        run(7);
        fixture.script((_, _) -> fixture.completed("{\"verdicts\": []}"));

        assertThat(run(3)).containsOnly(Outcome.COMPLETED);
        assertThat(fixture.breakers.find(ACME, CPU)).isEmpty();

        answer(ENDLESS);
        assertThat(run(5)).containsOnly(Outcome.LIMIT);
    }

    @Test
    void pausesHaveAnEndAndThoseOfCheapErrorsAreShort() {
        answer(WRONG);
        var outcomes = run(1_000);

        assertThat(gap(outcomes)).isEqualTo(12);

        answer(ENDLESS);
        assertThat(gap(run(2_000))).isEqualTo(90);
    }

    @Test
    void aNewVersionIsTriedAtOnce() {
        answer(ENDLESS);
        run(6);
        var mended = withVersion(rule, 2);
        fixture.rules.replace(ACME, mended);

        assertThat(slots.evaluate(ACME, mended, at(70), at(70)).outcome()).isEqualTo(Outcome.LIMIT);
        assertThat(fixture.breakers.find(ACME, CPU))
                .hasValueSatisfying(breaker -> assertThat(breaker.failures()).isEqualTo(1));
    }

    @Test
    void aPlatformWithoutWorkersIsNotTheRulesFault() {
        answer(new ScriptOutcome.NotRun("no worker was free within 30 s"));

        assertThat(run(20)).containsOnly(Outcome.SKIPPED);
        assertThat(fixture.breakers.find(ACME, CPU)).isEmpty();
    }

    /// How many slots the last two attempts lie apart.
    private static int gap(List<Outcome> outcomes) {
        var attempts = new ArrayList<Integer>();
        for (int index = 0; index < outcomes.size(); index++) {
            if (outcomes.get(index) != Outcome.SKIPPED) {
                attempts.add(index);
            }
        }
        return attempts.getLast() - attempts.get(attempts.size() - 2);
    }

    private void answer(ScriptOutcome outcome) {
        fixture.script((_, _) -> outcome);
    }

    private List<Outcome> run(int count) {
        var outcomes = new ArrayList<Outcome>();
        for (int index = 0; index < count; index++) {
            second += 10;
            outcomes.add(slots.evaluate(ACME, rule, at(second), at(second)).outcome());
        }
        return outcomes;
    }

    private static Rule withVersion(Rule rule, int version) {
        return new Rule(
                rule.id(),
                version,
                rule.language(),
                rule.source(),
                rule.tests(),
                rule.parameters(),
                rule.header(),
                rule.enabled(),
                rule.activeSince(),
                rule.updatedAt(),
                rule.updatedBy());
    }

    private static Instant at(long second) {
        return Instant.parse("2026-03-02T10:00:00Z").plusSeconds(second);
    }
}
