// SPDX-License-Identifier: Apache-2.0
/// Finds metrics by what is known of them: their names, what is written about them, the labels of their series and the
/// values of those. In memory, in flat arrays, growing with the number of different values and not with that of series;
/// nothing is walked from end to end when somebody types. Knows nothing of tenants, time or the store. Start with
/// [SearchIndex].
@NullMarked
package dev.sextant.catalog.search;

import org.jspecify.annotations.NullMarked;
