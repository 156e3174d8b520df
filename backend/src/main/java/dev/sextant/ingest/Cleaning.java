// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest;

import dev.sextant.tenant.TenantId;

/// What a tenant wants done to series between the decoder and admission: relabelled, renamed, dropped, other units.
/// Every batch of every protocol goes through it, so that it touches memory only, except at a tenant's first batch. What it
/// drops is dropped by the tenant's own wish and is no refusal; it is counted.
public interface Cleaning {
    /// The samples and what their metrics mean as the tenant wants them stored, with the same refusals; the same payload
    /// when there is nothing to do.
    ///
    /// @throws IntakeUnavailableException when what the tenant wants can't be read now
    Payload clean(TenantId tenant, Payload payload);
}
