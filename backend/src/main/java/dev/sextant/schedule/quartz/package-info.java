// SPDX-License-Identifier: Apache-2.0
/// Ticks from Quartz: few triggers whatever the number of rules, one per beat. Start with [QuartzBeats].
@NullMarked
package dev.sextant.schedule.quartz;

import org.jspecify.annotations.NullMarked;
