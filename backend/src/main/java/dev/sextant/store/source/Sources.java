// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.source;

import dev.sextant.tenant.TenantId;
import java.util.List;
import java.util.Optional;

/// The sources of all tenants.
public interface Sources {
    /// In order of their names.
    List<Source> list(TenantId tenant);

    Optional<Source> find(TenantId tenant, String name);

    /// False when there is one of that name.
    boolean add(TenantId tenant, Source source);

    /// Saves a version if it follows the one that is there; false when it does not.
    boolean replace(TenantId tenant, Source source);

    boolean delete(TenantId tenant, String name);
}
