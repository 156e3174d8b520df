// SPDX-License-Identifier: Apache-2.0
/// Methods that look at a finished series as a whole, or at stretches of it: forms, spreads, levels and outliers that no single
/// point shows. Start with [ShapeMethod].
@NullMarked
package dev.sextant.algorithm.shape;

import org.jspecify.annotations.NullMarked;
