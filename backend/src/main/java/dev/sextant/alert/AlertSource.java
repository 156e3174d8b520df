// SPDX-License-Identifier: Apache-2.0
package dev.sextant.alert;

import dev.sextant.tenant.TenantId;

/// The rule that alerts come from, as far as an alert must know it.
///
/// @param title what people call the rule; kept with each alert as it was when the alert opened
public record AlertSource(TenantId tenant, String ruleId, Text title) {}
