// SPDX-License-Identifier: Apache-2.0
/// Tests of the room [dev.sextant.algorithm.anomaly]; series of fixed shape are in [Course].
@NullMarked
package dev.sextant.algorithm.anomaly;

import org.jspecify.annotations.NullMarked;
