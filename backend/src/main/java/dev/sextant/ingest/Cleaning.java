// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest;

import dev.sextant.tenant.TenantId;

/// What a tenant wants done to series between the decoder and admission: relabelled, renamed, dropped, other units.
/// Touches memory only and never throws, since every batch of every protocol goes through it. What it drops is dropped by
/// the tenant's own wish and is no refusal.
public interface Cleaning {
    /// The samples and what their metrics mean as the tenant wants them stored, with the same refusals; the same payload
    /// when there is nothing to do.
    Payload clean(TenantId tenant, Payload payload);
}
