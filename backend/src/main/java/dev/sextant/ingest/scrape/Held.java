// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.scrape;

import dev.sextant.ingest.InFlight;
import dev.sextant.tenant.TenantId;

/// The memory that one page takes, counted before it is taken. Chunks can come after the scrape gave up, so that what is
/// released stays released.
final class Held {
    private final TenantId tenant;
    private final InFlight inFlight;
    private long bytes;
    private boolean isReleased;

    Held(TenantId tenant, InFlight inFlight) {
        this.tenant = tenant;
        this.inFlight = inFlight;
    }

    /// False when the tenant or the node has no room for it.
    synchronized boolean add(long more) {
        if (isReleased || inFlight.enter(tenant, more) != InFlight.Entry.ENTERED) {
            return false;
        }
        bytes += more;
        return true;
    }

    synchronized void release() {
        isReleased = true;
        inFlight.leave(tenant, bytes);
        bytes = 0;
    }
}
