// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store;

import dev.sextant.telemetry.Series;
import dev.sextant.tenant.TenantId;
import java.util.List;

/// Where samples go in.
public interface SampleAppender {
    /// Appends a batch as a whole and returns when it would survive a SIGKILL. A point whose series and time are
    /// already there replaces the older one.
    ///
    /// @throws StoreUnavailableException when the batch could not be made durable; nothing of it is visible then
    void append(TenantId tenant, List<Series> batch);
}
