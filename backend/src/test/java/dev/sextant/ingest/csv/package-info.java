// SPDX-License-Identifier: Apache-2.0
/// Tests of samples as CSV.
@NullMarked
package dev.sextant.ingest.csv;

import org.jspecify.annotations.NullMarked;
