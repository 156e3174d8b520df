// SPDX-License-Identifier: Apache-2.0
/// Tests that experts write for their rules: made-up series, a run of the rule slot by slot by the production evaluator and alert life cycle, and what is expected of it. Touches no stored series, rule or alert. Start with [Rehearsals]; [Curve] draws the series.
@NullMarked
package dev.sextant.evaluation.rehearsal;

import org.jspecify.annotations.NullMarked;
