// SPDX-License-Identifier: Apache-2.0
/// DuckDB's file itself: opened so that a folder that cannot be used says why, its native library, its free blocks.
/// Knows nothing of what is in its tables. Start with [DuckDbFile].
@NullMarked
package dev.sextant.store.file;

import org.jspecify.annotations.NullMarked;
