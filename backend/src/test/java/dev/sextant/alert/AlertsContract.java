// SPDX-License-Identifier: Apache-2.0
package dev.sextant.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sextant.telemetry.Labels;
import dev.sextant.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What every keeper of alerts must do.
abstract class AlertsContract {
    private static final Instant START = Instant.parse("2026-11-21T00:00:00Z");

    // Fresh tenants for each test, since a database keeps what earlier tests left.
    private final TenantId acme =
            new TenantId("acme-" + UUID.randomUUID().toString().substring(0, 8));
    private final TenantId other =
            new TenantId("other-" + UUID.randomUUID().toString().substring(0, 8));

    abstract Alerts alerts();

    @Test
    void givesBackWhatWasPut() {
        var evidence =
                new Evidence(
                        0.97,
                        1.4,
                        new Text(Map.of("en", "busy", "zh", "繁忙")),
                        "[{\"title\":\"CPU\"}]");
        var fire = new Finding.Fire(host("a"), Severity.CRITICAL, evidence);
        var advance = step("cpu", Duration.ofMinutes(2), 0, fire);

        assertThat(alerts().listOpen(acme, "cpu")).isEqualTo(advance.after());
        assertThat(alerts().listOpen(acme, "disk")).isEmpty();
    }

    @Test
    void goesOnThroughEveryState() {
        step("cpu", Duration.ofMinutes(1), 0, fire("a"));
        step("cpu", Duration.ofMinutes(1), 1, fire("a"));
        var resolved = step("cpu", Duration.ofMinutes(1), 2);

        var alert = resolved.after().getFirst();
        var episode = alerts().find(acme, alert.id()).orElseThrow();
        assertThat(episode.alert()).isEqualTo(alert);
        assertThat(episode.timeline())
                .extracting(TimelineEntry::at, TimelineEntry::from, TimelineEntry::to)
                .containsExactly(
                        tuple(at(0), Stage.INACTIVE, Stage.PENDING),
                        tuple(at(1), Stage.PENDING, Stage.FIRING),
                        tuple(at(2), Stage.FIRING, Stage.RESOLVED));
        assertThat(alerts().listOpen(acme, "cpu")).isEmpty();
    }

    @Test
    void keepsWhatCanNotBeSeen() {
        step("cpu", Duration.ZERO, 0, fire("a"));
        var lifecycle = lifecycle("cpu", Duration.ZERO);
        var failed = lifecycle.onFailure(alerts().listOpen(acme, "cpu"), at(1));
        alerts().put(acme, failed);
        assertThat(alerts().listOpen(acme, "cpu"))
                .extracting(alert -> alert.status().condition())
                .containsExactly(new Condition.Error(at(1)));

        var unseen =
                lifecycle.advanceAll(
                        alerts().listOpen(acme, "cpu"), Judgement.ofAll(List.of()), at(2));
        alerts().put(acme, unseen);
        assertThat(alerts().listOpen(acme, "cpu"))
                .extracting(alert -> alert.status().condition())
                .containsExactly(new Condition.NoData(at(2)));
    }

    @Test
    void listsNewestFirstByStageAndRuleAndPage() {
        step("cpu", Duration.ZERO, 0, fire("a"));
        step("cpu", Duration.ZERO, 1);
        step("cpu", Duration.ZERO, 2, fire("a"), fire("b"));
        step("disk", Duration.ofHours(1), 3, fire("a"));

        var all = alerts().list(acme, AlertFilter.all(), AlertPage.first(10));
        assertThat(all).extracting(Alert::openedAt).containsExactly(at(3), at(2), at(2), at(0));
        assertThat(list(Set.of(Stage.FIRING), null)).hasSize(2);
        assertThat(list(Set.of(Stage.PENDING, Stage.RESOLVED), null)).hasSize(2);
        assertThat(list(Set.of(), "disk")).hasSize(1);
        assertThat(list(Set.of(Stage.RESOLVED), "disk")).isEmpty();

        var first = alerts().list(acme, AlertFilter.all(), AlertPage.first(3));
        var second = alerts().list(acme, AlertFilter.all(), new AlertPage(first.getLast().id(), 3));
        assertThat(first).isEqualTo(all.subList(0, 3));
        assertThat(second).isEqualTo(all.subList(3, 4));
    }

    @Test
    void countsWhatIsUnderWay() {
        assertThat(alerts().countOpen(acme)).isEqualTo(OpenCounts.none());
        step("cpu", Duration.ZERO, 0, fire("a"), fire("gone"));
        step(
                "cpu",
                Duration.ZERO,
                1,
                fire("a"),
                new Finding.Fire(host("b"), Severity.CRITICAL, Evidence.none()));
        step("disk", Duration.ofHours(1), 0, fire("a"));

        assertThat(alerts().countOpen(acme)).isEqualTo(new OpenCounts(1, 2, 1, 1));
        assertThat(alerts().countOpenByRule(acme))
                .isEqualTo(
                        Map.of(
                                "cpu", new OpenCounts(0, 2, 1, 1),
                                "disk", new OpenCounts(1, 0, 0, 0)));
    }

    @Test
    void showsNothingToAnotherTenant() {
        var alert = step("cpu", Duration.ZERO, 0, fire("a")).after().getFirst();

        assertThat(alerts().find(acme, alert.id())).isPresent();
        assertThat(alerts().find(other, alert.id())).isEmpty();
        assertThat(alerts().listOpen(other, "cpu")).isEmpty();
        assertThat(alerts().list(other, AlertFilter.all(), AlertPage.first(10))).isEmpty();
        assertThat(alerts().countOpen(other)).isEqualTo(OpenCounts.none());
        assertThat(alerts().countOpenByRule(other)).isEmpty();
    }

    @Test
    void keepsLargeCharts() {
        var charts = "[\"" + "x".repeat(2_000_000) + "\"]";
        var evidence = Evidence.none().withCharts(charts);
        step("cpu", Duration.ZERO, 0, new Finding.Fire(host("a"), Severity.INFO, evidence));

        assertThat(alerts().listOpen(acme, "cpu").getFirst().evidence().charts()).isEqualTo(charts);
    }

    @Test
    void remembersHowOftenASubjectCameAndWent() {
        var flapping = new Flapping(Duration.ofMinutes(8), 8, 0.5, 0.25);
        var policy =
                new AlertPolicy(Duration.ZERO, Duration.ZERO, null, flapping, Duration.ofHours(1));
        var lifecycle =
                new AlertLifecycle(new AlertSource(acme, "cpu", Text.of("Rule cpu")), policy);
        for (int minute = 0; minute < 4; minute++) {
            var findings = minute % 2 == 0 ? List.<Finding>of(fire("a")) : List.<Finding>of();
            var before = alerts().listBefore(acme, "cpu", policy, at(minute));
            alerts().put(
                            acme,
                            lifecycle.advanceAll(
                                    before, Judgement.ofSuspects(findings), at(minute)));
        }

        var alert = alerts().listOpen(acme, "cpu").getFirst();
        assertThat(alert.status().swings())
                .isEqualTo(new Swings(false, List.of(at(0), at(1), at(2), at(3)), true));
        assertThat(alert.announced()).isEqualTo(new Announced(Severity.WARNING, at(2)));
        assertThat(alerts().listResolved(acme, "cpu", at(0)))
                .extracting(Alert::resolvedAt)
                .containsExactly(at(1));
        assertThat(alerts().listResolved(acme, "cpu", at(1))).isEmpty();
        assertThat(alerts().listResolved(acme, "disk", at(0))).isEmpty();
        assertThat(alerts().listResolved(other, "cpu", at(0))).isEmpty();
    }

    @Test
    void findsNothingUnderAnUnknownId() {
        assertThat(alerts().find(acme, "0")).isEmpty();
    }

    @Test
    void takesManyAlertsAtOnce() {
        var findings =
                IntStream.range(0, 1_200)
                        .mapToObj(index -> (Finding) fire("h" + index))
                        .toArray(Finding[]::new);
        step("cpu", Duration.ZERO, 0, findings);
        step("cpu", Duration.ZERO, 1, findings);

        assertThat(alerts().countOpen(acme).firing()).isEqualTo(1_200);
    }

    private List<Alert> list(Set<Stage> stages, @Nullable String ruleId) {
        return alerts().list(acme, new AlertFilter(stages, ruleId), AlertPage.first(10));
    }

    private Advance step(String rule, Duration hold, int minute, Finding... findings) {
        var advance =
                lifecycle(rule, hold)
                        .advanceAll(
                                alerts().listOpen(acme, rule),
                                Judgement.ofSuspects(List.of(findings)),
                                at(minute));
        alerts().put(acme, advance);
        return advance;
    }

    private AlertLifecycle lifecycle(String rule, Duration hold) {
        return new AlertLifecycle(
                new AlertSource(acme, rule, Text.of("Rule " + rule)),
                new AlertPolicy(hold, Duration.ZERO, null));
    }

    private static Finding.Fire fire(String host) {
        return new Finding.Fire(host(host), Severity.WARNING, Evidence.of("busy").withValue(0.9));
    }

    private static Labels host(String name) {
        return Labels.of("host", name);
    }

    private static Instant at(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }
}
