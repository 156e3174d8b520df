// SPDX-License-Identifier: Apache-2.0
package dev.sextant.schedule;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// Settings of the clock.
@ConfigMapping(prefix = "sextant.schedule")
public interface ScheduleConfig {
    /// How far back slots are caught up after a stop or a pause; older ones are recorded as skipped.
    @WithDefault("5m")
    Duration catchUp();

    /// How many slots of one rule are caught up at most.
    @WithDefault("60")
    int catchUpSlots();

    /// How many rules of one tenant are evaluated at the same time.
    @WithDefault("4")
    int tenantConcurrency();

    /// How long the ledger keeps evaluations.
    @WithDefault("14d")
    Duration ledgerRetention();
}
