// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest;

import dev.sextant.telemetry.Series;
import dev.sextant.tenant.TenantId;
import java.util.List;

/// What a tenant wants done to series between the decoder and admission: relabelled, renamed, dropped, other units.
/// Touches memory only, since every batch of every protocol goes through it. What it drops is dropped by the tenant's own
/// wish and is no refusal.
public interface Cleaning {
    /// The batch as the tenant wants it stored; the same list when there is nothing to do.
    List<Series> clean(TenantId tenant, List<Series> batch);
}
