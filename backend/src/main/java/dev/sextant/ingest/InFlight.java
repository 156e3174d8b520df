// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest;

import dev.sextant.tenant.TenantId;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// Bytes of request bodies in work. A slow store makes senders wait, not the memory grow; and one tenant can't take all of it.
public final class InFlight {
    /// Whether a body may come in now.
    public enum Entry {
        ENTERED,
        NODE_BUSY,
        TENANT_BUSY
    }

    private final long max;
    private final AtomicLong total = new AtomicLong();
    private final ConcurrentHashMap<TenantId, AtomicLong> byTenant = new ConcurrentHashMap<>();

    public InFlight(long max) {
        this.max = max;
    }

    public Entry enter(TenantId tenant, long bytes) {
        if (total.addAndGet(bytes) > max) {
            total.addAndGet(-bytes);
            return Entry.NODE_BUSY;
        }
        var own = of(tenant);
        if (own.addAndGet(bytes) > max / 2) {
            leave(tenant, bytes);
            return Entry.TENANT_BUSY;
        }
        return Entry.ENTERED;
    }

    public void leave(TenantId tenant, long bytes) {
        of(tenant).addAndGet(-bytes);
        total.addAndGet(-bytes);
    }

    private AtomicLong of(TenantId tenant) {
        return byTenant.computeIfAbsent(tenant, _ -> new AtomicLong());
    }
}
