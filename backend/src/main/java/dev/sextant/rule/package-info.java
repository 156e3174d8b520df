// SPDX-License-Identifier: Apache-2.0
/// Rules as their owners see them: script versions, headers, parameter values, on or off. Knows neither how a script runs nor when. Start with [Rule]; [Rules] keeps them.
@NullMarked
package dev.sextant.rule;

import org.jspecify.annotations.NullMarked;
