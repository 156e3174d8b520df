// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecentTest {
    private static final TenantId ACME = new TenantId("acme");
    private static final TenantId GLOBEX = new TenantId("globex");

    private Instant now = Instant.parse("2026-03-02T12:00:00Z");
    private final Recent<List<Integer>> recent = new Recent<>(() -> now);

    @Test
    void answersAreForgottenAfterAWhile() {
        recent.remember(asked(ACME, "a"), List.of(1));

        now = now.plusSeconds(19);
        assertThat(recent.find(asked(ACME, "a"))).contains(List.of(1));
        assertThat(recent.find(asked(ACME, "b"))).isEmpty();
        assertThat(recent.find(asked(GLOBEX, "a"))).isEmpty();
        now = now.plusSeconds(1);
        assertThat(recent.find(asked(ACME, "a"))).isEmpty();
    }

    @Test
    void theOldestGoWhenThereIsTooMuch() {
        var many = IntStream.range(0, 150_000).boxed().toList();
        recent.remember(asked(ACME, "a"), many);
        recent.remember(asked(ACME, "b"), many);

        assertThat(recent.find(asked(ACME, "a"))).isEmpty();
        assertThat(recent.find(asked(ACME, "b"))).isPresent();
    }

    @Test
    void anErasedTenantLeavesNothing() {
        recent.remember(asked(ACME, "a"), List.of(1));
        recent.remember(asked(GLOBEX, "a"), List.of(2));

        recent.erase(ACME);

        assertThat(recent.find(asked(ACME, "a"))).isEmpty();
        assertThat(recent.find(asked(GLOBEX, "a"))).contains(List.of(2));
    }

    private static Recent.Asked asked(TenantId tenant, String question) {
        var spec =
                new SourceSpec(
                        "prod", null, null, null, null, null, null, null, null, null, null, null,
                        null);
        return new Recent.Asked(tenant, spec, question);
    }
}
