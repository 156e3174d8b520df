// SPDX-License-Identifier: Apache-2.0
package dev.sextant.laboratory;

import dev.sextant.tenant.TenantId;
import java.time.Instant;
import java.util.List;

/// The incidents that a tenant labelled.
public interface LabelledIncidents {
    /// In order of their beginnings.
    ///
    /// @param metric of whose series; empty: of any
    /// @param from incidents that ended before are left out
    /// @param to incidents that began after are left out
    List<LabelledIncident> list(TenantId tenant, String metric, Instant from, Instant to);

    long count(TenantId tenant);

    void put(TenantId tenant, LabelledIncident incident);

    /// Those that came of what was said of an alert, in order of their metrics.
    List<LabelledIncident> listOfAlert(TenantId tenant, String alert);

    /// Puts these in the place of all that came of the alert before; none of them: nothing is said of it any more.
    void replace(TenantId tenant, String alert, List<LabelledIncident> incidents);

    /// @return whether there was one
    boolean delete(TenantId tenant, String id);
}
