// SPDX-License-Identifier: Apache-2.0
/// What a series is made of: its seasons ([Seasons]), and its trend, seasonal parts and rest ([Stl], [Mstl],
/// [Decomposition]). Series are equally spaced `double[]` of any length; missing points are NaN and are filled first
/// ([Gaps]). Pure: knows no store, no clock and no other room. Start with [Mstl].
@NullMarked
package dev.sextant.algorithm.structure;

import org.jspecify.annotations.NullMarked;
