// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.uses;

import static dev.sextant.evaluation.EvaluationFixture.ACME;
import static dev.sextant.evaluation.EvaluationFixture.CPU;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.evaluation.EvaluationCost;
import dev.sextant.evaluation.EvaluationDetail;
import dev.sextant.evaluation.EvaluationFixture;
import dev.sextant.evaluation.LedgerEntry;
import dev.sextant.evaluation.Outcome;
import dev.sextant.evaluation.VerdictCounts;
import dev.sextant.rule.InMemoryModules;
import dev.sextant.rule.ModuleTexts;
import dev.sextant.rule.Rule;
import dev.sextant.tenant.MetricUse;
import dev.sextant.tenant.MetricUse.Strength;
import dev.sextant.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleMetricUsesTest {
    private static final Instant SLOT = Instant.parse("2026-03-02T10:00:00Z");

    private final EvaluationFixture fixture = new EvaluationFixture();
    private final Rule rule = fixture.saveRule(SLOT);
    private final RuleMetricUses uses =
            new RuleMetricUses(fixture.rules, new ModuleTexts(new InMemoryModules()), fixture.log);

    @Test
    void aRuleMayReadWhatItNeeds() {
        assertThat(uses.uses(ACME, "host.load"))
                .singleElement()
                .satisfies(use -> assertThat(use.strength()).isEqualTo(Strength.ALLOWED))
                .satisfies(use -> assertThat(use.askedAt()).isNull());
        assertThat(uses.uses(ACME, "pay.amount")).isEmpty();
        assertThat(uses.uses(new TenantId("other"), "host.load")).isEmpty();
    }

    @Test
    void itsTextNamesAMetric() {
        fixture.rules.replace(ACME, saying("data.metric('host.load')"));

        assertThat(uses.uses(ACME, "host.load"))
                .extracting(MetricUse::strength)
                .containsExactly(Strength.NAMED);
        assertThat(uses.uses(ACME, "host.loa"))
                .extracting(MetricUse::strength)
                .containsExactly(Strength.ALLOWED);
    }

    @Test
    void itsLastEvaluationAskedForAMetric() {
        var cost = new EvaluationCost(1, 1, 1, 1, 1, List.of(), List.of(), List.of("host.load"));
        var detail =
                new EvaluationDetail(
                        new VerdictCounts(0, 0, 0, 0), cost, List.of(), null, null, null);
        fixture.log.append(
                ACME,
                new LedgerEntry(
                        "e1",
                        CPU,
                        1,
                        SLOT,
                        SLOT,
                        Outcome.COMPLETED,
                        null,
                        SLOT,
                        Duration.ZERO,
                        detail));

        assertThat(uses.uses(ACME, "host.load"))
                .singleElement()
                .satisfies(use -> assertThat(use.strength()).isEqualTo(Strength.ASKED))
                .satisfies(use -> assertThat(use.askedAt()).isEqualTo(SLOT));
    }

    private Rule saying(String source) {
        return new Rule(
                rule.id(),
                rule.version() + 1,
                rule.language(),
                source,
                rule.tests(),
                rule.parameters(),
                rule.header(),
                rule.enabled(),
                rule.activeSince(),
                rule.updatedAt(),
                rule.updatedBy());
    }
}
