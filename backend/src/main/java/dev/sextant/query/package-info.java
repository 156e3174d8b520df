// SPDX-License-Identifier: Apache-2.0
/// Questions about series: a [QueryPlan] is data, the [PlanParser] reads it from JSON, the [QueryEngine] runs it within the tenant's limits.
/// Scripts, dashboards and the REST surface ask the same plans. Knows nothing of rules or scripts. Start with [QueryEngine].
@NullMarked
package dev.sextant.query;

import org.jspecify.annotations.NullMarked;
