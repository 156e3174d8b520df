// SPDX-License-Identifier: Apache-2.0
/// Tests of the room [dev.sextant.algorithm.log].
@NullMarked
package dev.sextant.algorithm.log;

import org.jspecify.annotations.NullMarked;
