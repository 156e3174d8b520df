// SPDX-License-Identifier: Apache-2.0
/// What a tenant measures: which metrics there are, what they mean, how fresh they are. Keeps no samples: how many series
/// a metric has and which labels they carry is asked of the [SeriesIndex]. Start with [Catalog].
@NullMarked
package dev.sextant.catalog;

import org.jspecify.annotations.NullMarked;
