// SPDX-License-Identifier: Apache-2.0
/// Which tenant has which plan, and what it may use by that. What a plan says is configuration; what a limit means is known
/// where it is kept. Start with [TenantPlanResource].
@NullMarked
package dev.sextant.identity.plan;

import org.jspecify.annotations.NullMarked;
