// SPDX-License-Identifier: Apache-2.0
/// Change points: where a series changed for good, and since when it departs. Arrays in, [Change]s out; no clock, no store, no state
/// that outlives a call but that of [RunLengthFilter]. Missing points are NaN (infinite values count as missing). Start with
/// [AutoChanges]; [Pelt], [BinarySegmentation] and [BayesianOnline] are the methods by name, [Onset] says when a departure began.
@NullMarked
package dev.sextant.algorithm.change;

import org.jspecify.annotations.NullMarked;
