// SPDX-License-Identifier: Apache-2.0
package dev.sextant.rule;

import dev.sextant.tenant.TenantId;
import java.time.Instant;

/// A rule was created, saved, switched or deleted; fired after the change is durable.
///
/// @param at when
public record RuleChanged(TenantId tenant, RuleId rule, Instant at) {}
