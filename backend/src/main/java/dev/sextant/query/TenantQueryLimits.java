// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query;

import dev.sextant.tenant.TenantId;

/// What the queries of each tenant may use.
public interface TenantQueryLimits {
    QueryLimits find(TenantId tenant);
}
