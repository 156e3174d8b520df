// SPDX-License-Identifier: Apache-2.0
/// The application as a whole: what belongs to every room and to none of them.
@NullMarked
package dev.sextant;

import org.jspecify.annotations.NullMarked;
