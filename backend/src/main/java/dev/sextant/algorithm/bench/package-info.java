// SPDX-License-Identifier: Apache-2.0
/// Scores the algorithms on public data sets by the rules of each set's own authors. Start with [AlgorithmBench].
@NullMarked
package dev.sextant.algorithm.bench;

import org.jspecify.annotations.NullMarked;
