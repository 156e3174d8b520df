// SPDX-License-Identifier: Apache-2.0
/// Tests of the scoring rules in [dev.sextant.algorithm.bench].
@NullMarked
package dev.sextant.algorithm.bench;

import org.jspecify.annotations.NullMarked;
