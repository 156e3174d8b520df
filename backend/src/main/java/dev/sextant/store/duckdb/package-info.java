// SPDX-License-Identifier: Apache-2.0
/// The embedded store: DuckDB in-process, one file, one table per hour. One writer thread commits groups of batches
/// ([SampleWriter]), readers work on their own connections ([SampleScanner]), the index of series and the newest hours
/// live in memory ([SeriesIndex], [dev.sextant.store.recent.RecentHours]). Start with [DuckDbStore].
@NullMarked
package dev.sextant.store.duckdb;

import org.jspecify.annotations.NullMarked;
