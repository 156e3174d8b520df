// SPDX-License-Identifier: Apache-2.0
package dev.sextant.rule;

import dev.sextant.tenant.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/// The modules of a tenant. Versions outlive the deletion of their module: rules of old ran with them.
public interface Modules {
    /// The newest number of each module that is not deleted.
    SortedMap<ModuleName, Integer> newest(TenantId tenant);

    /// A version that was ever saved, whether or not its module was deleted since.
    Optional<ModuleVersion> find(TenantId tenant, ModuleName name, int number);

    /// All versions that were ever saved, newest first.
    List<ModuleVersion> versions(TenantId tenant, ModuleName name);

    /// Stores the version after the last one that was ever saved, and makes it the newest.
    ///
    /// @return false when its number is not the next one; nothing is stored then
    boolean put(TenantId tenant, ModuleVersion module);

    /// @return whether there was one
    boolean delete(TenantId tenant, ModuleName name);
}
