// SPDX-License-Identifier: Apache-2.0
package dev.sextant.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.tenant.TenantId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What every adapter of [Rules] does.
public abstract class RulesContract {
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    private final TenantId acme =
            new TenantId("acme-" + UUID.randomUUID().toString().substring(0, 8));
    private final TenantId globex =
            new TenantId("globex-" + UUID.randomUUID().toString().substring(0, 8));

    protected abstract Rules rules();

    @Test
    void keepsARuleAsItWasSaved() {
        create(acme, rule("cpu-high", 1, true));
        var found = rules().find(acme, new RuleId("cpu-high")).orElseThrow();
        assertThat(found).isEqualTo(rule("cpu-high", 1, true));
    }

    @Test
    void keepsAScriptOfAnyLengthInAnyScript() {
        var long64 = "// 中文 ½ 🚀\n".repeat(20_000);
        var rule = rule("long", 1, true);
        create(
                acme,
                new Rule(
                        rule.id(),
                        1,
                        rule.language(),
                        long64,
                        null,
                        rule.parameters(),
                        rule.header(),
                        true,
                        NOW,
                        NOW,
                        "a"));
        assertThat(rules().find(acme, rule.id()).orElseThrow().source()).isEqualTo(long64);
    }

    @Test
    void anIdIsTakenOnce() {
        create(acme, rule("cpu-high", 1, true));
        assertThat(rules().create(acme, rule("cpu-high", 1, false))).isFalse();
        assertThat(rules().find(acme, new RuleId("cpu-high")).orElseThrow().enabled()).isTrue();
    }

    @Test
    void tenantsShareNothing() {
        create(acme, rule("cpu-high", 1, true));
        create(globex, rule("disk-full", 1, true));
        assertThat(rules().find(globex, new RuleId("cpu-high"))).isEmpty();
        assertThat(rules().list(globex))
                .extracting(Rule::id)
                .containsExactly(new RuleId("disk-full"));
        assertThat(rules().versions(globex, new RuleId("cpu-high"))).isEmpty();
        assertThat(rules().delete(globex, new RuleId("cpu-high"))).isFalse();
        assertThat(rules().find(acme, new RuleId("cpu-high"))).isPresent();
    }

    @Test
    void onlyTheNextVersionReplacesARule() {
        create(acme, rule("cpu-high", 1, true));
        assertThat(rules().replace(acme, rule("cpu-high", 3, true))).isFalse();
        assertThat(rules().replace(acme, rule("cpu-high", 2, false))).isTrue();
        assertThat(rules().replace(acme, rule("cpu-high", 2, true))).isFalse();
        assertThat(rules().find(acme, new RuleId("cpu-high")).orElseThrow().enabled()).isFalse();
        assertThat(rules().versions(acme, new RuleId("cpu-high")))
                .extracting(RuleVersion::number)
                .containsExactly(2, 1);
    }

    @Test
    void theClockAsksForTenantsWithEnabledRulesOnly() {
        create(acme, rule("on", 1, true));
        create(acme, rule("off", 1, false));
        create(globex, rule("off", 1, false));
        assertThat(rules().tenantsWithEnabledRules()).contains(acme).doesNotContain(globex);
        assertThat(rules().listEnabled(acme))
                .extracting(Rule::id)
                .containsExactly(new RuleId("on"));
    }

    @Test
    void aDeletedRuleLeavesNothing() {
        create(acme, rule("cpu-high", 1, true));
        assertThat(rules().delete(acme, new RuleId("cpu-high"))).isTrue();
        assertThat(rules().find(acme, new RuleId("cpu-high"))).isEmpty();
        assertThat(rules().versions(acme, new RuleId("cpu-high"))).isEmpty();
        create(acme, rule("cpu-high", 1, true));
    }

    private void create(TenantId tenant, Rule rule) {
        assertThat(rules().create(tenant, rule)).isTrue();
    }

    private static Rule rule(String id, int version, boolean enabled) {
        var json = new ObjectMapper();
        ObjectNode header = json.createObjectNode().put("id", id).put("every", "10s");
        header.putObject("title").put("en", "CPU high");
        header.putObject("fire").put("for", "30s").put("clearBelow", 0.9);
        return new Rule(
                new RuleId(id),
                version,
                "javascript",
                "export default 1",
                version == 1 ? null : "check(rule, ...)",
                json.createObjectNode().put("threshold", 0.5),
                RuleHeader.of(header),
                enabled,
                NOW,
                NOW,
                "ada");
    }
}
