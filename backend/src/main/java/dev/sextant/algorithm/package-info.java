// SPDX-License-Identifier: Apache-2.0
/// Algorithms on time series, one package per family: pure functions on arrays and streams. No store, no clock, no tenant;
/// values are `double`, times are epoch milliseconds, `NaN` is a missing value. Equal input gives equal output, bit for bit.
/// [dev.sextant.algorithm.bench] scores them on public data sets.
@NullMarked
package dev.sextant.algorithm;

import org.jspecify.annotations.NullMarked;
