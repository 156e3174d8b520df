// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.duckdb;

import dev.sextant.store.duckdb.Part.SealedFile;
import java.util.List;

/// What takes whose place when an hour is sealed.
///
/// @param gone the hot tables, and the files of an earlier sealing that were merged
record SealedHour(List<Part> gone, List<SealedFile> fresh) {}
