// SPDX-License-Identifier: Apache-2.0
/// Where metrics and tenants' own algorithms are used by rules: what their evaluations asked for, what their texts and
/// modules name, what their headers allow. Start with [RuleMetricUses].
@NullMarked
package dev.sextant.evaluation.uses;

import org.jspecify.annotations.NullMarked;
