// SPDX-License-Identifier: Apache-2.0
/// Tests of algorithms at work.
@NullMarked
package dev.sextant.evaluation.algorithms;

import org.jspecify.annotations.NullMarked;
