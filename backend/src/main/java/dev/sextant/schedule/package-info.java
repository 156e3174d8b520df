// SPDX-License-Identifier: Apache-2.0
/// When rules run: slots on the epoch grid, what is due, what is caught up and what is skipped. The only room that reads the clock for evaluations. Start with [RuleClock].
@NullMarked
package dev.sextant.schedule;

import org.jspecify.annotations.NullMarked;
