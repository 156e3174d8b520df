// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.uses;

import static dev.sextant.evaluation.EvaluationFixture.ACME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sextant.evaluation.EvaluationFixture;
import dev.sextant.laboratory.AlgorithmName;
import dev.sextant.rule.InMemoryModules;
import dev.sextant.rule.ModuleTexts;
import dev.sextant.rule.Rule;
import dev.sextant.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleAlgorithmUsesTest {
    private static final AlgorithmName NIGHT = new AlgorithmName("night");

    private final EvaluationFixture fixture = new EvaluationFixture();
    private final Rule rule = fixture.saveRule(Instant.parse("2026-03-02T10:00:00Z"));
    private final RuleAlgorithmUses uses =
            new RuleAlgorithmUses(fixture.rules, new ModuleTexts(new InMemoryModules()));

    @Test
    void aRuleNamesItAloneOrByItsVersion() {
        says(
                "algo.detect(f, { method: 'own/night' }); algo.use(\"own/night@12\")(f); algo.use(`own/night@2`)(f)");

        assertThat(uses.uses(ACME, NIGHT))
                .singleElement()
                .satisfies(use -> assertThat(use.rule()).isEqualTo("cpu-high"))
                .satisfies(use -> assertThat(use.isFollowing()).isTrue())
                .satisfies(use -> assertThat(use.versions()).containsExactly(2, 12))
                .satisfies(use -> assertThat(use.through()).isEmpty());
        assertThat(uses.uses(new TenantId("other"), NIGHT)).isEmpty();
    }

    @Test
    void aLongerNameIsAnotherAlgorithm() {
        says("algo.use('own/night-shift')(f); algo.use('own/nigh')(f); own/night");

        assertThat(uses.uses(ACME, NIGHT)).isEmpty();
        assertThat(uses.uses(ACME, new AlgorithmName("night-shift"))).hasSize(1);
    }

    @Test
    void aRuleThatPinsAVersionDoesNotFollow() {
        says("algo.use('own/night@1')(f)");

        assertThat(uses.uses(ACME, NIGHT))
                .extracting(RuleAlgorithmUses.Use::isFollowing, RuleAlgorithmUses.Use::versions)
                .containsExactly(tuple(false, List.of(1)));
    }

    private void says(String source) {
        fixture.rules.replace(
                ACME,
                new Rule(
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
                        rule.updatedBy()));
    }
}
