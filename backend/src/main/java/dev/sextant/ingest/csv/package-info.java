// SPDX-License-Identifier: Apache-2.0
/// Reads samples as a table of comma-separated values. Start with [CsvFormat].
@NullMarked
package dev.sextant.ingest.csv;

import org.jspecify.annotations.NullMarked;
