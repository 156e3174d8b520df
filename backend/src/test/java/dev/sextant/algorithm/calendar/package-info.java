// SPDX-License-Identifier: Apache-2.0
/// Holidays and what they teach.
@NullMarked
package dev.sextant.algorithm.calendar;

import org.jspecify.annotations.NullMarked;
