// SPDX-License-Identifier: Apache-2.0
/// Tests of the room [dev.sextant.algorithm.relation].
@NullMarked
package dev.sextant.algorithm.relation;

import org.jspecify.annotations.NullMarked;
