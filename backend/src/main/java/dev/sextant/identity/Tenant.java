// SPDX-License-Identifier: Apache-2.0
package dev.sextant.identity;

import dev.sextant.tenant.PlanName;
import dev.sextant.tenant.TenantId;
import java.time.Instant;

/// One customer of the platform.
public record Tenant(TenantId id, DisplayName name, Instant createdAt, PlanName plan) {}
