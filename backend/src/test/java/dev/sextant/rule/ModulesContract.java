// SPDX-License-Identifier: Apache-2.0
package dev.sextant.rule;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.tenant.TenantId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What every adapter of [Modules] does.
public abstract class ModulesContract {
    private static final ModuleName BUDGET = new ModuleName("shared/budget.js");

    private final TenantId acme = tenant("acme");
    private final TenantId globex = tenant("globex");

    protected abstract Modules modules();

    @Test
    void keepsEveryVersionAsItWasSaved() {
        var long64 = "// 中文 ½ 🚀\n".repeat(5_000);
        assertThat(modules().put(acme, version(1, long64))).isTrue();
        assertThat(modules().put(acme, version(2, "b"))).isTrue();

        assertThat(modules().newest(acme)).containsExactly(entry(BUDGET, 2));
        assertThat(modules().find(acme, BUDGET, 1)).contains(version(1, long64));
        assertThat(modules().versions(acme, BUDGET))
                .containsExactly(version(2, "b"), version(1, long64));
        assertThat(modules().find(acme, BUDGET, 3)).isEmpty();
    }

    @Test
    void onlyTheNextVersionIsStored() {
        assertThat(modules().put(acme, version(2, "a"))).isFalse();
        assertThat(modules().put(acme, version(1, "a"))).isTrue();
        assertThat(modules().put(acme, version(1, "b"))).isFalse();
        assertThat(modules().put(acme, version(3, "b"))).isFalse();
        assertThat(modules().newest(acme)).containsEntry(BUDGET, 1);
    }

    @Test
    void tenantsShareNothing() {
        modules().put(acme, version(1, "a"));

        assertThat(modules().newest(globex)).isEmpty();
        assertThat(modules().find(globex, BUDGET, 1)).isEmpty();
        assertThat(modules().versions(globex, BUDGET)).isEmpty();
        assertThat(modules().delete(globex, BUDGET)).isFalse();
        assertThat(modules().newest(acme)).containsKey(BUDGET);
    }

    @Test
    void versionsOutliveTheDeletionAndNoNumberIsGivenTwice() {
        modules().put(acme, version(1, "a"));

        assertThat(modules().delete(acme, BUDGET)).isTrue();
        assertThat(modules().delete(acme, BUDGET)).isFalse();
        assertThat(modules().newest(acme)).isEmpty();
        assertThat(modules().find(acme, BUDGET, 1)).contains(version(1, "a"));
        assertThat(modules().put(acme, version(1, "b"))).isFalse();
        assertThat(modules().put(acme, version(2, "b"))).isTrue();
        assertThat(modules().newest(acme)).containsEntry(BUDGET, 2);
    }

    private static ModuleVersion version(int number, String source) {
        return new ModuleVersion(
                BUDGET, number, source, Instant.parse("2026-03-02T10:00:00Z"), "ada");
    }

    private static TenantId tenant(String name) {
        return new TenantId(name + "-" + UUID.randomUUID().toString().substring(0, 8));
    }
}
