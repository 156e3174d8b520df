// SPDX-License-Identifier: Apache-2.0
package dev.sextant.tenant;

import java.util.function.Supplier;

/// Work on one tenant's metadata, all of it or nothing of it. Whatever is stored or read inside belongs to that tenant;
/// calls for the same tenant inside one another join, a call for another tenant inside is a bug and throws
/// [IllegalStateException].
public interface TenantTransactions {
    <T> T call(TenantId tenant, Supplier<T> work);

    default void run(TenantId tenant, Runnable work) {
        call(
                tenant,
                () -> {
                    work.run();
                    return true;
                });
    }
}
