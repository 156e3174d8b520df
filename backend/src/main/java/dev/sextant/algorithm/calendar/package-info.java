// SPDX-License-Identifier: Apache-2.0
/// Days that are not like others: holidays, promotions. People name the stretches, what a kind of them does is learnt from earlier
/// ones, and where there are none it says so. Start with [Calendar].
@NullMarked
package dev.sextant.algorithm.calendar;

import org.jspecify.annotations.NullMarked;
