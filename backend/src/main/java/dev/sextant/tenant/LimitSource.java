// SPDX-License-Identifier: Apache-2.0
package dev.sextant.tenant;

import java.util.List;

/// One room's part of what a tenant may use. Rooms provide one each; together they are the limits that REST shows.
public interface LimitSource {
    List<Limit> limits(TenantId tenant);
}
