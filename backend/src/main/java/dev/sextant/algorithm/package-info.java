// SPDX-License-Identifier: Apache-2.0
/// Algorithms on time series, one package per family: pure functions on arrays and streams. No store, no clock, no tenant;
/// values are `double`, times are epoch milliseconds, `NaN` is a missing value. Equal input gives equal output, bit for bit.
/// This package states what is offered, each algorithm once with name, version, parameters and source: rules, REST and the reference
/// page are made from it. Adding one is one entry in the list of its family, such as [AnomalyEntries]. Start with [Catalogue].
/// [dev.sextant.algorithm.bench] scores them on public data sets.
@NullMarked
package dev.sextant.algorithm;

import org.jspecify.annotations.NullMarked;
