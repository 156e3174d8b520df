// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.evaluation.host.QueryUse;
import dev.sextant.rule.RuleId;
import dev.sextant.script.LimitUse;
import dev.sextant.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What every adapter of [EvaluationLog] does.
public abstract class EvaluationLogContract {
    private static final RuleId CPU = new RuleId("cpu-high");

    private final TenantId acme =
            new TenantId("acme-" + UUID.randomUUID().toString().substring(0, 8));
    private final TenantId globex =
            new TenantId("globex-" + UUID.randomUUID().toString().substring(0, 8));

    protected abstract EvaluationLog log();

    @Test
    void keepsAnEntryAsItWas() {
        var entry = entry(CPU, 10, 10, "line 3: x is not defined");
        log().append(acme, entry);
        assertThat(log().find(acme, entry.id())).contains(entry);
    }

    @Test
    void aSlotIsRecordedOnce() {
        log().append(acme, entry(CPU, 10, 10, null));
        assertThatThrownBy(() -> log().append(acme, entry(CPU, 10, 10, null)))
                .isInstanceOf(SlotTakenException.class)
                .hasMessageContaining("cpu-high");
        log().append(acme, entry(new RuleId("other"), 10, 10, null));
        log().append(globex, entry(CPU, 10, 10, null));
        assertThat(log().list(acme, CPU, null, 10)).hasSize(1);
    }

    @Test
    void theLastSlotCountsSkippedOnes() {
        log().append(acme, entry(CPU, 10, 10, null));
        log().append(acme, entry(CPU, 20, 90, "missed"));
        assertThat(log().lastSlot(acme, CPU)).contains(at(90));
        assertThat(log().lastSlot(globex, CPU)).isEmpty();
    }

    @Test
    void listsNewestFirstAndPagesByTime() {
        for (var second = 10; second <= 50; second += 10) {
            log().append(acme, entry(CPU, second, second, null));
        }
        assertThat(log().list(acme, CPU, null, 2))
                .extracting(LedgerEntry::slot)
                .containsExactly(at(50), at(40));
        assertThat(log().list(acme, CPU, at(40), 9))
                .extracting(LedgerEntry::slot)
                .containsExactly(at(30), at(20), at(10));
        assertThat(log().list(globex, CPU, null, 9)).isEmpty();
    }

    @Test
    void knowsTheNewestOfEachRule() {
        var other = new RuleId("other");
        log().append(acme, entry(CPU, 10, 10, null));
        log().append(acme, entry(CPU, 20, 20, null));
        log().append(acme, entry(other, 15, 15, null));
        log().append(globex, entry(CPU, 99, 99, null));
        var latest = log().latest(acme);
        assertThat(latest.keySet()).containsExactlyInAnyOrder(CPU, other);
        assertThat(latest.values())
                .extracting(LedgerEntry::slot)
                .contains(at(20))
                .doesNotContain(at(10));
    }

    @Test
    void forgetsWhatIsOldAndWhatADeletedRuleLeft() {
        log().append(acme, entry(CPU, 10, 10, null));
        log().append(acme, entry(CPU, 100, 100, null));
        assertThat(log().deleteOlderThan(acme, at(50))).isEqualTo(1);
        assertThat(log().list(acme, CPU, null, 9))
                .extracting(LedgerEntry::slot)
                .containsExactly(at(100));
        log().deleteAll(acme, CPU);
        assertThat(log().lastSlot(acme, CPU)).isEmpty();
    }

    private static LedgerEntry entry(RuleId rule, int slot, int through, @Nullable String reason) {
        var detail =
                new EvaluationDetail(
                        new VerdictCounts(1, 2, 3, 4),
                        new EvaluationCost(
                                5,
                                6,
                                7,
                                8,
                                9,
                                List.of(new LimitUse("cpuTime", 9, 10, "ms")),
                                List.of(new QueryUse(List.of("cpu"), 5, 6, 7, 8, "too-slow")),
                                List.of("cpu")),
                        List.of(new LogLine("info", "seen 中文")),
                        reason == null ? null : 3,
                        null,
                        reason == null ? null : new LimitUse("rows", 6, 5, ""));
        return new LedgerEntry(
                UUID.randomUUID().toString(),
                rule,
                2,
                at(slot),
                at(through),
                reason == null ? Outcome.COMPLETED : Outcome.FAILED,
                reason,
                at(slot + 1),
                Duration.ofMillis(12),
                detail);
    }

    private static Instant at(long second) {
        return Instant.parse("2026-03-02T10:00:00Z").plusSeconds(second);
    }
}
