// SPDX-License-Identifier: Apache-2.0
package dev.sextant.outbound;

import dev.sextant.tenant.TenantId;
import java.util.List;

/// One room's part of what uses a secret. Rooms whose things name secrets provide one each.
public interface SecretUses {
    /// What uses it, such as `source prod`; empty when nothing of the room does.
    List<String> uses(TenantId tenant, String secret);
}
