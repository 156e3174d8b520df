// SPDX-License-Identifier: Apache-2.0
/// What a series will do next, and how sure that is: methods of the literature behind one door ([Forecasting]), each
/// with intervals learnt from its own errors in the past ([Backtest], [Conformal]). Series are equally spaced
/// `double[]`, NaN where a point is missing; results are in the unit of the series. Pure: knows no store, no clock and
/// no other room. Start with [Forecasting], then [Auto].
@NullMarked
package dev.sextant.algorithm.forecast;

import org.jspecify.annotations.NullMarked;
