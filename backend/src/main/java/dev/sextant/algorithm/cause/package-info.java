// SPDX-License-Identifier: Apache-2.0
/// Where trouble comes from: which metric moved ([MetricRank]), which part of a sum moved it ([Attribution]), which node of a call
/// graph began it ([CauseWalk]). Arrays and names in, ranked records with their evidence out; no store, no clock, no entity graph of
/// its own. Missing points are NaN. Start with [CauseWalk].
@NullMarked
package dev.sextant.algorithm.cause;

import org.jspecify.annotations.NullMarked;
