// SPDX-License-Identifier: Apache-2.0
/// The tests that look at all rooms at once: which room may use which, and the house rules of the sources. The rules
/// themselves are in `checks`.
@NullMarked
package dev.sextant;

import org.jspecify.annotations.NullMarked;
