// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation;

import static dev.sextant.evaluation.EvaluationFixture.ACME;
import static dev.sextant.evaluation.EvaluationFixture.CPU;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.alert.Alert;
import dev.sextant.alert.Condition;
import dev.sextant.alert.Notice;
import dev.sextant.alert.Stage;
import dev.sextant.alert.Transition;
import dev.sextant.rule.Rule;
import dev.sextant.script.HostAnswer;
import dev.sextant.script.LimitUse;
import dev.sextant.script.ScriptLog;
import dev.sextant.script.ScriptOutcome;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SlotEvaluationTest {
    private static final String HOT =
            "{\"judged\": true, \"verdicts\": [{\"kind\": \"fire\", \"labels\": {\"host\": \"a\"}, \"value\": 0.97}]}";
    private static final String COLD =
            "{\"judged\": true, \"verdicts\": [{\"kind\": \"clear\", \"labels\": {\"host\": \"a\"}, \"value\": 0.1}]}";

    private final EvaluationFixture fixture = new EvaluationFixture();
    private final SlotEvaluation slots = fixture.slots();
    private final Rule rule = fixture.saveRule(at(0));

    @Test
    void anAlertEndsWithItsEntityWhenTheHeaderSaysSo() {
        answer(HOT);
        evaluate(10);
        evaluate(20);
        answer("{\"judged\": true, \"verdicts\": []}");
        evaluate(30);
        assertThat(open()).extracting(Alert::stage).containsExactly(Stage.FIRING);

        fixture.end(Labels.of("host", "b"));
        evaluate(40);
        assertThat(open()).hasSize(1);
        fixture.end(Labels.of("host", "a"));
        evaluate(50);
        assertThat(open()).isEmpty();
    }

    @Test
    void anAlertGoesFromPendingToFiringToResolvedAndReceiversAreTold() {
        answer(HOT);
        evaluate(10);
        assertThat(open()).extracting(Alert::stage).containsExactly(Stage.PENDING);
        evaluate(20);
        assertThat(open()).extracting(Alert::stage).containsExactly(Stage.FIRING);
        answer(COLD);
        evaluate(30);
        assertThat(open()).isEmpty();
        assertThat(fixture.told)
                .extracting(Transition::notice)
                .filteredOn(notice -> notice != Notice.NONE)
                .containsExactly(Notice.FIRING, Notice.RESOLVED);
        assertThat(fixture.log.list(ACME, CPU, null, 9))
                .extracting(LedgerEntry::slot)
                .containsExactly(at(30), at(20), at(10));
    }

    @Test
    void aFailedEvaluationKeepsTheAlertsAndIsRecordedWithItsLine() {
        answer(HOT);
        evaluate(10);
        evaluate(20);
        fixture.script((_, _) ->
                new ScriptOutcome.Failed(
                        "x is not defined", 3, 7, List.of(new ScriptLog("info", "here"))));
        var entry = evaluate(30);
        assertThat(entry.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(entry.reason()).isEqualTo("x is not defined");
        assertThat(entry.detail().line()).isEqualTo(3);
        assertThat(entry.detail().log()).containsExactly(new LogLine("info", "here"));
        assertThat(open()).extracting(Alert::stage).containsExactly(Stage.FIRING);
        assertThat(open())
                .extracting(alert -> alert.status().condition())
                .hasOnlyElementsOfType(Condition.Error.class);
    }

    @Test
    void limitsAndLostWorkersAreOutcomesOfTheirOwn() {
        fixture.script((_, _) ->
                new ScriptOutcome.LimitPassed(
                        new LimitUse("wallTime", 2_001, 2_000, "ms"),
                        "ran longer than 2s",
                        List.of()));
        assertThat(evaluate(10).outcome()).isEqualTo(Outcome.LIMIT);
        fixture.script((_, _) -> new ScriptOutcome.Lost("the worker ran out of memory"));
        assertThat(evaluate(20).outcome()).isEqualTo(Outcome.LOST);
    }

    @Test
    void anAnswerThatIsNoVerdictFailsTheSlot() {
        answer("{\"verdicts\": [{\"kind\": \"explode\"}]}");
        var entry = evaluate(10);
        assertThat(entry.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(entry.reason())
                .contains("explode")
                .contains("use fire, clear, suppressed or unknown");
    }

    @Test
    void aSlotIsEvaluatedOnce() {
        answer(HOT);
        evaluate(10);
        assertThatThrownBy(() -> evaluate(10)).isInstanceOf(SlotTakenException.class);
        assertThat(open()).extracting(Alert::stage).containsExactly(Stage.PENDING);
    }

    @Test
    void whatAScriptRemembersComesBack() {
        ObjectNode remembered = new ObjectMapper().createObjectNode().put("seen", 1);
        var given = new AtomicReference<Object>();
        fixture.script((request, _) -> {
            given.set(request.state());
            return new ScriptOutcome.Completed(
                    new ObjectMapper().createObjectNode(), remembered, List.of());
        });
        evaluate(10);
        evaluate(20);
        assertThat(given.get()).isEqualTo(remembered);
    }

    @Test
    void aScriptReadsOnlyWhatItNeeds() throws IOException {
        var plan =
                new ObjectMapper()
                        .readTree(
                                "{\"op\": \"select\", \"metric\": \"secret.salary\", \"last\": \"5m\"}");
        var answered = new AtomicReference<HostAnswer>();
        fixture.script((_, host) -> {
            answered.set(host.select(plan));
            return fixture.completed("{}");
        });
        evaluate(10);
        assertThat(answered.get()).isInstanceOf(HostAnswer.Refused.class);
        assertThat(((HostAnswer.Refused) answered.get()).message())
                .contains("metrics:read:secret.salary");
    }

    @Test
    void nothingStaysOfASlotWhoseRuleWasDeletedMeanwhile() {
        fixture.script((_, _) -> {
            fixture.rules.delete(ACME, CPU);
            return fixture.completed(HOT);
        });
        evaluate(10);
        assertThat(open()).isEmpty();
        assertThat(fixture.log.lastSlot(ACME, CPU)).isEmpty();
    }

    @Test
    void anAlertOfARowThatWentQuietNeitherGoesOnNorEndsUntilTheRowIsBack() throws IOException {
        var plan =
                new ObjectMapper()
                        .readTree(
                                "{\"op\": \"select\", \"metric\": \"host.cpu\", \"last\": \"1h\"}");
        fixture.script((_, host) ->
                fixture.completed(
                        ((HostAnswer.Rows) host.select(plan))
                                        .frame().series().stream()
                                                .anyMatch(SlotEvaluationTest::isHot)
                                ? HOT.replace("\"judged\": true, ", "")
                                : "{}"));
        point(10, 0.97);
        evaluate(10);
        evaluate(20);
        evaluate(610);
        assertThat(open())
                .extracting(alert -> alert.status().condition().text())
                .containsOnly("ok");

        evaluate(611);
        evaluate(5_000);
        assertThat(open()).extracting(Alert::stage).containsExactly(Stage.FIRING);
        assertThat(open())
                .extracting(alert -> alert.status().condition())
                .containsExactly(new Condition.NoData(at(611)));

        point(5_010, 0.1);
        evaluate(5_020);
        assertThat(open()).isEmpty();
    }

    private static boolean isHot(Series row) {
        return row.values()[row.length() - 1] > 0.9;
    }

    private void point(long second, double value) {
        fixture.series.append(
                ACME,
                List.of(
                        new Series(
                                new SeriesKey("host.cpu", Labels.of("host", "a")),
                                new long[] {at(second).toEpochMilli()},
                                new double[] {value})));
    }

    private void answer(String result) {
        fixture.script((_, _) -> fixture.completed(result));
    }

    private LedgerEntry evaluate(long second) {
        return slots.evaluate(ACME, rule, at(second), at(second));
    }

    private List<Alert> open() {
        return fixture.alerts.listOpen(ACME, CPU.value());
    }

    private static Instant at(long second) {
        return Instant.parse("2026-03-02T10:00:00Z").plusSeconds(second);
    }
}
