// SPDX-License-Identifier: Apache-2.0
/// Tests of the room [dev.sextant.algorithm.shape].
@NullMarked
package dev.sextant.algorithm.shape;

import org.jspecify.annotations.NullMarked;
