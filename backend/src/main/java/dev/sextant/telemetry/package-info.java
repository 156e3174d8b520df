// SPDX-License-Identifier: Apache-2.0
/// The words of measured data: labels, matchers, series, time ranges, frames. Pure values; knows no store and no web. Start with [Series].
@NullMarked
package dev.sextant.telemetry;

import org.jspecify.annotations.NullMarked;
