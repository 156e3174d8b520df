// SPDX-License-Identifier: Apache-2.0
package dev.sextant.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.telemetry.Labels;
import dev.sextant.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the text scripts can't say: times, evidence, ids and ends by other causes.
class AlertLifecycleTest {
    private static final Instant START = Instant.parse("2026-11-21T00:00:00Z");
    private static final Labels HOST = Labels.of("host", "a");

    private final AlertLifecycle lifecycle = lifecycle("acme", Duration.ofMinutes(1));

    @Test
    void aStateHoldsTheTimesThatMeanSomethingInIt() {
        var pending = lifecycle.advance(new AlertState.Inactive(), fire(0.9), at(0));
        var firing = lifecycle.advance(pending, fire(0.9), at(1));
        var seen = lifecycle.advance(firing, fire(0.9), at(5));
        var resolved = lifecycle.advance(seen, clear(), at(6));

        assertThat(pending).isEqualTo(new AlertState.Pending(at(0)));
        assertThat(firing).isEqualTo(new AlertState.Firing(at(1), at(1)));
        assertThat(seen).isEqualTo(new AlertState.Firing(at(1), at(5)));
        assertThat(resolved).isEqualTo(new AlertState.Resolved(at(1), at(6)));
    }

    @Test
    void anEpisodeKnowsWhenItBeganFiredAndEnded() {
        var open = run(lifecycle, List.of(), fire(0.9), at(0));
        var firing = run(lifecycle, open.after(), fire(0.95), at(1));
        var ended = run(lifecycle, firing.after(), clear(), at(2)).after().getFirst();

        assertThat(ended.openedAt()).isEqualTo(at(0));
        assertThat(ended.firedAt()).isEqualTo(at(1));
        assertThat(ended.resolvedAt()).isEqualTo(at(2));
        assertThat(open.after().getFirst().firedAt()).isNull();
    }

    @Test
    void theAlertKeepsItsLastBadEvidenceAndTheStepShowsWhatCausedIt() {
        var open = run(lifecycle, List.of(), fire(0.9), at(0));
        var firing = run(lifecycle, open.after(), fire(0.95), at(1));
        var well = new Finding.Clear(HOST, Evidence.of("calm").withValue(0.1));
        var ended = run(lifecycle, firing.after(), well, at(2));

        assertThat(ended.after().getFirst().evidence().value()).isEqualTo(0.95);
        assertThat(ended.transitions().getFirst().entry().symptom().value()).isEqualTo(0.1);
    }

    @Test
    void endedAlertsAreLeftOut() {
        var open = run(lifecycle, List.of(), fire(0.9), at(0));
        var ended = run(lifecycle, open.after(), clear(), at(1));
        var later = run(lifecycle, ended.after(), clear(), at(2));

        assertThat(ended.open()).isEmpty();
        assertThat(later.after()).isEmpty();
        assertThat(lifecycle.onFailure(ended.after(), at(2)).after()).isEmpty();
    }

    @Test
    void theSameEpisodeHasTheSameIdInEveryRunAndNoOtherHasIt() {
        var id = run(lifecycle, List.of(), fire(0.9), at(0)).after().getFirst().id();
        var again = lifecycle("acme", Duration.ZERO);
        var elsewhere = lifecycle("globex", Duration.ZERO);

        assertThat(run(again, List.of(), fire(0.1), at(0)).after().getFirst().id()).isEqualTo(id);
        assertThat(run(elsewhere, List.of(), fire(0.9), at(0)).after().getFirst().id())
                .isNotEqualTo(id);
        assertThat(run(lifecycle, List.of(), fire(0.9), at(1)).after().getFirst().id())
                .isGreaterThan(id);
    }

    @Test
    void ofSeveralFindingsForOneSubjectTheWorstCounts() {
        var findings =
                List.of(
                        clear(),
                        new Finding.Fire(HOST, Severity.WARNING, Evidence.none()),
                        new Finding.Fire(HOST, Severity.CRITICAL, Evidence.none()),
                        new Finding.Unknown(HOST, Evidence.none()));
        var advance = lifecycle.advanceAll(List.of(), Judgement.ofSuspects(findings), at(0));

        assertThat(advance.after()).hasSize(1);
        assertThat(advance.after().getFirst().severity()).isEqualTo(Severity.CRITICAL);
    }

    @Test
    void cannotTellOutranksWell() {
        var immediate = lifecycle("acme", Duration.ZERO);
        var open = run(immediate, List.of(), fire(0.9), at(0));
        var both = List.of(new Finding.Unknown(HOST, Evidence.none()), clear());
        var advance = immediate.advanceAll(open.after(), Judgement.ofSuspects(both), at(1));

        assertThat(advance.open()).hasSize(1);
    }

    @Test
    void errorAndNoDataSinceTheFirstTimeItCouldNotBeSeen() {
        var open = run(lifecycle, List.of(), fire(0.9), at(0));
        var failed = lifecycle.onFailure(open.after(), at(1));
        var failedAgain = lifecycle.onFailure(failed.after(), at(2));
        var unseen = lifecycle.advanceAll(failedAgain.after(), Judgement.ofAll(List.of()), at(3));

        assertThat(condition(failedAgain)).isEqualTo(new Condition.Error(at(1)));
        assertThat(failedAgain.transitions()).isEmpty();
        assertThat(condition(unseen)).isEqualTo(new Condition.NoData(at(3)));
    }

    @Test
    void aRetiredRuleEndsItsAlerts() {
        var immediate = lifecycle("acme", Duration.ZERO);
        var firing = run(immediate, List.of(), fire(0.9), at(0));
        var pending = run(lifecycle, List.of(), fire(0.9), at(0));

        var resolved = immediate.onRetired(firing.after(), at(1)).transitions().getFirst();
        assertThat(resolved.to()).isEqualTo(Stage.RESOLVED);
        assertThat(resolved.notice()).isEqualTo(Notice.RESOLVED);
        var dropped = lifecycle.onRetired(pending.after(), at(1)).transitions().getFirst();
        assertThat(dropped.to()).isEqualTo(Stage.INACTIVE);
        assertThat(dropped.notice()).isEqualTo(Notice.NONE);
    }

    @Test
    void anEndByHandInTheInstantOfAnEvaluationComesAfterIt() {
        var immediate = lifecycle("acme", Duration.ZERO);
        var firing = run(immediate, List.of(), fire(0.9), at(1));

        var ended = immediate.onRetired(firing.after(), at(1)).transitions().getFirst();
        assertThat(ended.at()).isAfter(at(1)).isBefore(at(1).plusMillis(1));
        assertThat(ended.alert().resolvedAt()).isEqualTo(ended.at());
    }

    @Test
    void suppressedOpensNothingButHoldsWhatIsOpen() {
        var suppressed = new Finding.Suppressed(HOST, Severity.WARNING, Evidence.none());
        var ended = new AlertState.Resolved(at(0), at(1));
        var firing = new AlertState.Firing(at(0), at(0));

        assertThat(lifecycle.advance(new AlertState.Inactive(), suppressed, at(2)))
                .isEqualTo(new AlertState.Inactive());
        assertThat(lifecycle.advance(ended, suppressed, at(2))).isEqualTo(ended);
        assertThat(lifecycle.advance(firing, suppressed, at(2)))
                .isEqualTo(new AlertState.Firing(at(0), at(2)));
    }

    @Test
    void theClearBorderTakesTheValueWhereThereIsNoScore() {
        var bordered =
                new AlertLifecycle(
                        new AlertSource(new TenantId("acme"), "cpu", Text.of("CPU")),
                        new AlertPolicy(Duration.ZERO, Duration.ZERO, 0.7));
        var firing = new AlertState.Firing(at(0), at(0));
        var above = new Finding.Clear(HOST, Evidence.none().withValue(0.8));
        var below = new Finding.Clear(HOST, Evidence.none().withValue(0.8).withScore(0.2));

        assertThat(bordered.advance(firing, above, at(1)).stage()).isEqualTo(Stage.FIRING);
        assertThat(bordered.advance(firing, below, at(1)).stage()).isEqualTo(Stage.RESOLVED);
    }

    @Test
    void aPolicyCannotBeWrong() {
        var second = Duration.ofSeconds(1);
        assertThatThrownBy(() -> new AlertPolicy(second.negated(), second, null))
                .hasMessageContaining("fire.for");
        assertThatThrownBy(() -> new AlertPolicy(second, second.negated(), null))
                .hasMessageContaining("fire.keep");
        assertThatThrownBy(() -> new AlertPolicy(second, second, Double.NaN))
                .hasMessageContaining("fire.clearBelow");
    }

    private static Condition condition(Advance advance) {
        return advance.after().getFirst().status().condition();
    }

    private static AlertLifecycle lifecycle(String tenant, Duration hold) {
        return new AlertLifecycle(
                new AlertSource(new TenantId(tenant), "cpu", Text.of("CPU")),
                new AlertPolicy(hold, Duration.ZERO, null));
    }

    private static Advance run(
            AlertLifecycle lifecycle, List<Alert> before, Finding finding, Instant now) {
        return lifecycle.advanceAll(before, Judgement.ofSuspects(List.of(finding)), now);
    }

    private static Finding fire(double value) {
        return new Finding.Fire(HOST, Severity.WARNING, Evidence.of("busy").withValue(value));
    }

    private static Finding clear() {
        return new Finding.Clear(HOST, Evidence.none());
    }

    private static Instant at(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }
}
