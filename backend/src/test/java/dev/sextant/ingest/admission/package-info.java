// SPDX-License-Identifier: Apache-2.0
/// Tests of what may come in.
@NullMarked
package dev.sextant.ingest.admission;

import org.jspecify.annotations.NullMarked;
