// SPDX-License-Identifier: Apache-2.0
/// Tests of how samples come in.
@NullMarked
package dev.sextant.ingest;

import org.jspecify.annotations.NullMarked;
