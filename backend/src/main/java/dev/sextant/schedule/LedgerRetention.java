// SPDX-License-Identifier: Apache-2.0
package dev.sextant.schedule;

import dev.sextant.evaluation.EvaluationLog;
import dev.sextant.rule.Rules;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/// Lets the ledger forget what is older than its retention.
@ApplicationScoped
public class LedgerRetention {
    private final EvaluationLog log;
    private final Rules rules;
    private final ScheduleConfig config;
    private final InstantSource clock;

    LedgerRetention(EvaluationLog log, Rules rules, ScheduleConfig config, InstantSource clock) {
        this.log = log;
        this.rules = rules;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(
            every = "1h",
            delayed = "5m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() {
        var age = clock.instant().minus(config.ledgerRetention());
        rules.tenantsWithEnabledRules().forEach(tenant -> log.deleteOlderThan(tenant, age));
    }
}
