// SPDX-License-Identifier: Apache-2.0
package dev.sextant.identity;

import dev.sextant.tenant.TenantId;
import java.time.Instant;

/// That an account belongs to a tenant, as what, and since when.
public record Membership(TenantId tenant, AccountName account, Role role, Instant joinedAt) {}
