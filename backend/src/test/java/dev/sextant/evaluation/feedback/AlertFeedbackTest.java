// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.feedback;

import static dev.sextant.evaluation.EvaluationFixture.ACME;
import static dev.sextant.evaluation.EvaluationFixture.CPU;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.alert.AlertLifecycle;
import dev.sextant.alert.AlertPolicy;
import dev.sextant.alert.AlertSource;
import dev.sextant.alert.Evidence;
import dev.sextant.alert.Finding;
import dev.sextant.alert.Judgement;
import dev.sextant.alert.Severity;
import dev.sextant.alert.Text;
import dev.sextant.evaluation.EvaluationCost;
import dev.sextant.evaluation.EvaluationDetail;
import dev.sextant.evaluation.EvaluationFixture;
import dev.sextant.evaluation.LedgerEntry;
import dev.sextant.evaluation.Outcome;
import dev.sextant.evaluation.VerdictCounts;
import dev.sextant.evaluation.feedback.AlertFeedback.Ending;
import dev.sextant.evaluation.feedback.AlertFeedback.Opinion;
import dev.sextant.laboratory.InMemoryLabelledIncidents;
import dev.sextant.laboratory.LabelledIncident;
import dev.sextant.laboratory.LabelledIncident.Stretch;
import dev.sextant.laboratory.LaboratoryConfig;
import dev.sextant.telemetry.Labels;
import dev.sextant.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AlertFeedbackTest {
    private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Labels HOST = Labels.of("host", "a");
    private static final TenantId GLOBEX = new TenantId("globex");

    private final EvaluationFixture fixture = new EvaluationFixture();
    private final InMemoryLabelledIncidents incidents = new InMemoryLabelledIncidents();
    private final AlertFeedback feedback =
            new AlertFeedback(fixture.alerts, fixture.log, incidents, allowing(3));

    @Test
    void anAlertThatIsOverIsLabelledFromItsBeginningToItsEnd() {
        evaluated(0, "host.load", "host.cores");
        evaluated(9, "host.later");
        fire(0);
        quiet(4);

        assertThat(feedback.keep(ACME, alert(), opinion(true))).isInstanceOf(Ending.Kept.class);

        assertThat(incidents.list(ACME, "", START, NOON))
                .extracting(LabelledIncident::metric)
                .containsExactlyInAnyOrder("host.load", "host.cores");
        assertThat(incidents.list(ACME, "host.load", START, NOON))
                .singleElement()
                .satisfies(label ->
                        assertThat(label.stretch()).isEqualTo(new Stretch(START, minute(4))))
                .satisfies(label -> assertThat(label.labels()).isEqualTo(HOST))
                .satisfies(label -> assertThat(label.isUseful()).isTrue())
                .satisfies(label -> assertThat(label.made().alert()).isEqualTo(alert()));
    }

    @Test
    void aFiringAlertIsLabelledUntilNowAndALongOneAtItsEnd() {
        evaluated(0, "host.load");
        fire(0);
        feedback.keep(ACME, alert(), opinion(true));
        assertThat(stretch()).isEqualTo(new Stretch(START, NOON));

        var muchLater = NOON.plus(Duration.ofDays(90));
        feedback.keep(ACME, alert(), new Opinion(true, "", "ada", muchLater));
        assertThat(stretch())
                .isEqualTo(new Stretch(muchLater.minus(LabelledIncident.LONGEST), muchLater));
    }

    @Test
    void aSecondOpinionStandsInThePlaceOfTheFirst() {
        evaluated(0, "host.load");
        fire(0);
        feedback.keep(ACME, alert(), opinion(true));
        feedback.keep(ACME, alert(), opinion(false));

        assertThat(feedback.find(ACME, alert()).orElseThrow())
                .extracting(LabelledIncident::isUseful)
                .containsExactly(false);
        assertThat(feedback.delete(ACME, alert())).isTrue();
        assertThat(feedback.find(ACME, alert()).orElseThrow()).isEmpty();
        assertThat(incidents.count(ACME)).isZero();
    }

    @Test
    void whatTheRuleReadsLatelyIsUsedWhenTheLedgerForgot() {
        fire(0);
        evaluated(60, "host.load");

        feedback.keep(ACME, alert(), opinion(true));

        assertThat(incidents.listOfAlert(ACME, alert()))
                .extracting(LabelledIncident::metric)
                .containsExactly("host.load");
    }

    @Test
    void whatCannotBeKeptIsSaid() {
        fire(0);
        assertThat(feedback.keep(ACME, alert(), opinion(true)))
                .isEqualTo(new Ending.UnknownMetrics("cpu-high"));
        assertThat(feedback.keep(GLOBEX, alert(), opinion(true)))
                .isEqualTo(new Ending.UnknownAlert());
        assertThat(feedback.find(GLOBEX, alert())).isEmpty();
        assertThat(feedback.delete(GLOBEX, alert())).isFalse();

        evaluated(0, "m.a", "m.b", "m.c", "m.d");
        assertThat(feedback.keep(ACME, alert(), opinion(true))).isEqualTo(new Ending.Full(3));
        assertThat(incidents.count(ACME)).isZero();
    }

    private Stretch stretch() {
        return incidents.listOfAlert(ACME, alert()).getFirst().stretch();
    }

    private String alert() {
        return fixture.alerts.listWithin(ACME, Instant.EPOCH, NOON, 1).getFirst().id();
    }

    private static Opinion opinion(boolean isUseful) {
        return new Opinion(isUseful, "", "ada", NOON);
    }

    private static Instant minute(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }

    private void fire(int minute) {
        advance(minute, List.of(new Finding.Fire(HOST, Severity.CRITICAL, Evidence.of("busy"))));
    }

    private void quiet(int minute) {
        advance(minute, List.of());
    }

    private void advance(int minute, List<Finding> findings) {
        var lifecycle =
                new AlertLifecycle(
                        new AlertSource(ACME, CPU.value(), Text.of("CPU high")),
                        new AlertPolicy(Duration.ZERO, Duration.ZERO, null));
        fixture.alerts.put(
                ACME,
                lifecycle.advanceAll(
                        fixture.alerts.listOpen(ACME, CPU.value()),
                        Judgement.ofSuspects(findings),
                        minute(minute)));
    }

    private void evaluated(int minute, String... metrics) {
        var cost = new EvaluationCost(1, 1, 1, 1, 1, List.of(), List.of(), List.of(metrics));
        fixture.log.append(
                ACME,
                new LedgerEntry(
                        UUID.randomUUID().toString(),
                        CPU,
                        1,
                        minute(minute),
                        minute(minute),
                        Outcome.COMPLETED,
                        null,
                        minute(minute),
                        Duration.ZERO,
                        new EvaluationDetail(
                                new VerdictCounts(1, 0, 0, 0), cost, List.of(), null, null, null)));
    }

    private static LaboratoryConfig allowing(int incidents) {
        return new LaboratoryConfig() {
            @Override
            public int algorithms() {
                return 1;
            }

            @Override
            public int versions() {
                return 1;
            }

            @Override
            public int bytes() {
                return 1;
            }

            @Override
            public int modelBytes() {
                return 1;
            }

            @Override
            public long modelsBytes() {
                return 1;
            }

            @Override
            public int incidents() {
                return incidents;
            }
        };
    }
}
