// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation;

import dev.sextant.alert.Alert;
import dev.sextant.telemetry.Labels;
import dev.sextant.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// Knows what alerts are about that is there no longer.
public interface EndedSubjects {
    /// The labels of those alerts whose subjects were there when they opened and are there no longer.
    Set<Labels> among(TenantId tenant, List<Alert> alerts, Instant now);
}
