// SPDX-License-Identifier: Apache-2.0
/// What becomes of points and frames: aggregations over buckets of time, groups, arithmetic, quantiles of histograms.
/// Pure functions on arrays; hot loops allocate nothing per point. Knows no plans and no store but its [PointSink][dev.sextant.store.PointSink].
/// Start with [Reducer].
@NullMarked
package dev.sextant.query.operator;

import org.jspecify.annotations.NullMarked;
